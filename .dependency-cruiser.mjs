/*
 * Who may import whom: section "The shape" of the design. One line for each folder; what a line does not name is
 * forbidden. Tests and benchmarks may import anything, and nothing may import them.
 */
const mayImport = {
  "provider/core": [],
  "provider/core/http": ["provider/core/public-codes.ts", "provider/core/own-package.ts"],
  "provider/services": ["provider/core"],
  "provider/config": ["provider/core", "provider/services"],
  "provider/hosts": ["provider/core", "provider/services", "provider/config"],
  // What the service says, and the signature and form of requests; no client.
  emulator: [
    "provider/services/[^/]+/api/(?!client\\.ts)",
    "provider/core/http/(error-codes|operation|path|response-body|signature)\\.ts",
    "provider/core/location.ts",
  ],
  sdk: [
    "provider/services",
    "provider/core",
    "provider/hosts/(dynamic/provider-text|plugin/package-name|shared/(find-plugin|resource-types)).ts",
  ],
  cli: ["sdk", "emulator", "provider"],
  scripts: ["provider", "sdk", "emulator", "cli", "tools"],
  tools: [],
};

/** The few imports that a line forbids and that are allowed in one form, by a rule of their own further down. */
const allowedForms = {
  // When first needed: a program that calls no function never loads the client. Settings are small.
  sdk: "^provider/(hosts/dynamic/runtime|config/settings)\\.ts$",
};

/** Packages that live behind one door, and where the door is. */
const doors = {
  got: "^provider/core/http/transport\\.ts$|^benchmarks/client/",
  zod: "^(provider/services/[^/]+/api|emulator/shapes|tests|benchmarks)/|^emulator/.+-shapes?\\.ts$|^provider/core/http/operation\\.ts$",
  "@pulumi/pulumi": "^(sdk|cli|examples|tests|benchmarks|provider/hosts)/|^scripts/start\\.ts$",
};

const inside = "^(provider|sdk|emulator|cli|scripts|tools|tests|benchmarks|examples)/";

const folderRules = Object.entries(mayImport).map(([folder, others]) => ({
  name: `imports-of-${folder.replaceAll("/", "-")}`,
  comment: `${folder} may import ${others.length > 0 ? others.join(", ") : "nothing else of this repository"}.`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: {
    path: inside,
    pathNot: [folder, ...others].map((name) => `^${name}`).concat(allowedForms[folder] ?? []),
  },
}));

const doorRules = Object.entries(doors).map(([name, door]) => ({
  name: `door-of-${name.replace("@", "").replace("/", "-")}`,
  comment: `${name} is imported at ${door} only.`,
  severity: "error",
  from: { path: inside, pathNot: door },
  to: { path: `node_modules/${name}/` },
}));

export default {
  forbidden: [
    ...folderRules,
    ...doorRules,
    {
      name: "sdk-starts-the-provider-lazily",
      comment: "A program that calls no function never loads the client: import() it, or import types.",
      severity: "error",
      from: { path: "^sdk/" },
      to: { path: "^provider/hosts/dynamic/runtime\\.ts$", dynamic: false, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "programs-load-no-schemas",
      comment: "Every program loads the SDK and the rules: take limits.ts directly, the rest as types.",
      severity: "error",
      from: { path: "^(sdk|provider/core/validation|provider/services/[^/]+/pipeline)/" },
      to: {
        path: "^provider/services/[^/]+/api/(index|operations|schemas/.*)\\.?",
        dynamic: false,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "validation-knows-no-resource",
      comment: "Shapes, references, graphs and schedules are checked alike for every resource: its words come as data.",
      severity: "error",
      from: { path: "^provider/core/validation/" },
      to: { path: inside, pathNot: "^provider/core/(validation/|public-codes\\.ts$)" },
    },
    {
      name: "imports-of-examples",
      comment: "An example is a user's project: it imports packages and its own files.",
      severity: "error",
      from: { path: "^examples/([^/]+)/" },
      to: { path: inside, pathNot: "^examples/$1/" },
    },
    {
      name: "product-needs-no-development-packages",
      severity: "error",
      // The plugin is built with everything in it.
      from: { path: "^(provider|sdk|emulator|cli)/", pathNot: "^provider/hosts/plugin/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm-peer", "type-only"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: inside, pathNot: "\\.d\\.ts$" }, to: {} },
    { name: "everything-resolves", severity: "error", from: { path: inside }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^dist/"] },
    exclude: { path: "^(coverage|tests/fixtures|\\.sourcepipeline)/" },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
