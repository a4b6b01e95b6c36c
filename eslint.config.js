import eslint from "@eslint/js";
import prettier from "eslint-config-prettier";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { fileName } from "./scripts/lint/file-name.mjs";

/** Below the composition roots, clocks and randomness are arguments: tests move them by hand. */
const ambient = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take the clock as an argument.",
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take the clock as an argument." },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Take the randomness as an argument.",
  },
];

const bareClass = {
  selector: ":matches(ClassDeclaration, ClassExpression)[superClass=null]",
  message: "Classes are for errors and Pulumi resources; write functions and plain objects.",
};

/** What the emulator's console page uses of a browser. */
const browserGlobals = Object.fromEntries(
  [
    "document Element Event EventSource fetch HTMLButtonElement HTMLDataListElement HTMLDialogElement",
    "HTMLElement HTMLFormElement HTMLTimeElement location performance requestAnimationFrame setInterval setTimeout",
    "TextDecoder TextEncoder",
  ]
    .flatMap((names) => names.split(" "))
    .map((name) => [name, "readonly"]),
);

/** Declarations keep the form of imports, and the TypeScript 3.8 that the Pulumi SDK carries does not know this one. */
const inlineTypeImport = {
  selector: "ImportDeclaration[importKind='value'] > ImportSpecifier[importKind='type']",
  message: "Import types in a line of their own, with `import type`.",
};

const compositionRoots = [
  "provider/hosts/dynamic/runtime.ts",
  "provider/hosts/dynamic/dynamic.ts",
  "provider/core/http/create-client.ts",
  "emulator/create-emulator.ts",
];

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".sourcepipeline/", "tests/fixtures/", "**/node_modules/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },

  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Texts for people are full of numbers.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => effect()` reads well where a callback returns nothing.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // `{ name: _, ...rest }` is how a member is left out.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // An empty text counts as missing in environment variables and answers.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // The compiler's `noPropertyAccessFromIndexSignature` form, `record["key"]`, says that the key may be missing.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { globals: { process: "readonly", URL: "readonly", console: "readonly" } },
  },
  {
    files: ["emulator/console/page/*.js"],
    languageOptions: { globals: browserGlobals },
  },
  {
    files: ["examples/javascript/*.js"],
    languageOptions: { sourceType: "commonjs", globals: { require: "readonly", exports: "readonly" } },
  },

  {
    plugins: { house: { rules: { "file-name": fileName } } },
    rules: {
      "house/file-name": "error",
      "max-lines": ["error", { max: 250 }],
      eqeqeq: "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "object-shorthand": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["provider/**", "sdk/**", "emulator/**"],
    rules: { "no-console": "error", "no-restricted-syntax": ["error", bareClass, ...ambient] },
  },
  {
    files: [
      "sdk/**",
      "provider/config/settings.ts",
      "provider/core/validation/{alternatives,find-by-name}.ts",
      "provider/services/sourcepipeline/{pipeline/pipeline,pipeline-run/run}.ts",
      "provider/core/http/{errors,failure}.ts",
    ],
    rules: { "no-restricted-syntax": ["error", bareClass, ...ambient, inlineTypeImport] },
  },
  { files: compositionRoots, rules: { "no-restricted-syntax": ["error", bareClass] } },
  {
    files: ["tests/**"],
    rules: {
      // Chai's assertions are properties: `expect(value).to.be.true`.
      "@typescript-eslint/no-unused-expressions": "off",
      // A test that says `found[0]!.name` fails where it should.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Fixtures and doubles are often async only by their type.
      "@typescript-eslint/require-await": "off",
      // Cases of one behaviour stand together, however many they are.
      "max-lines": "off",
    },
  },
  prettier,
);
