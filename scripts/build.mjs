// Compiles the package into dist/. Plain JavaScript, because `npm ci` runs it with whatever Node is installed.
//
// The compiler rewrites `./x.ts` to `./x.js` in the emitted code but not in the declarations, and the TypeScript 3.8
// that the Pulumi SDK carries refuses an import that ends with ".ts": the second step rewrites those.
//
// What every program and every plugin process loads is bundled besides: reading two hundred small modules takes longer
// than all that they do at the start. zod is bundled with them, because it comes with fifty languages that nobody needs
// here; all other dependencies stay what npm installs.
//
// The packaged plugin is one file with everything in it, dependencies included: nothing lies beside it where the engine
// puts it.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const { resolve } = createRequire(import.meta.url);
const compiler = resolve("typescript/bin/tsc");

const { status } = spawnSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".d.ts")) continue;
  const path = join(dist, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(/((?:from|import\()\s*"\.[^"]*)\.ts"/g, '$1.js"');
  if (after !== before) writeFileSync(path, after);
}

// The emulator's console page is served as it is written.
const page = join("emulator", "console", "page");
rmSync(join(dist, page), { recursive: true, force: true });
cpSync(join(root, page), join(dist, page), { recursive: true, filter: (path) => extname(path) !== ".json" });

const { dependencies, peerDependencies, engines, name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const bundle = join(dist, "bundle");
const common = join(dist, "cjs");
for (const folder of [bundle, common]) rmSync(folder, { recursive: true, force: true });

/** In front of every file: a Node that is too old gets one sentence, before anything else is loaded. */
const oldest = engines.node.replace(">=", "");
const guard = [
  `if (${JSON.stringify(oldest.split(".").map(Number))}`,
  '.reduce((d, n, i) => d || process.versions.node.split(".")[i] - n, 0) < 0) {',
  `const e = new Error("${name} needs Node.js ${oldest} or newer, and this is " + process.version + ". `,
  'Install Node.js 24 from https://nodejs.org or with a version manager (nvm install 24), and run it again.");',
  // Node prints the stack, and Pulumi the message alone.
  "e.stack = String(e); e.__pulumiRunError = true; throw e; }\n",
].join("");

/** Dependencies that are not loaded as packages: zod for its size, the other because every program starts with it. */
const bundled = ["zod", "fastest-levenshtein"];

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node22.12",
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter((dependency) => !bundled.includes(dependency)),
  logLevel: "warning",
};

/** Leaves a module where another bundle has it. */
const takenFrom = (name, filter, path) => ({
  name,
  setup: ({ onResolve }) => {
    onResolve({ filter }, () => ({ path, external: true }));
  },
});

await build({
  ...shared,
  entryPoints: {
    sdk: "sdk/index.ts",
    provider: "provider/hosts/dynamic/dynamic.ts",
    "service-client": "provider/services/sourcepipeline/api/client.ts",
    runtime: "provider/hosts/dynamic/runtime.ts",
  },
  outdir: bundle,
  splitting: true,
  format: "esm",
  banner: { js: guard },
});

// By itself: what else it shares with them would split what they start with into more files. Errors are recognized
// across copies. The clients of the other services are in it, and load their tables with the first call.
await build({
  ...shared,
  entryPoints: { client: "sdk/client/client.ts" },
  outdir: bundle,
  splitting: true,
  format: "esm",
  banner: { js: guard },
  plugins: [takenFrom("one-service-client", /\/sourcepipeline\/api\/client\.ts$/, "./service-client.js")],
});
copyFileSync(join(resolve("zod"), "..", "LICENSE"), join(bundle, "zod.LICENSE.txt"));
copyFileSync(join(resolve("fastest-levenshtein"), "..", "LICENSE.md"), join(bundle, "fastest-levenshtein.LICENSE.txt"));

// For `require` where a module cannot be required, as in Jest. What asks the service is not in it a second time.
await build({
  ...shared,
  entryPoints: { sdk: "sdk/index.ts" },
  outdir: common,
  format: "cjs",
  banner: { js: `${guard}const importMetaUrl=require("node:url").pathToFileURL(__filename).href;` },
  define: { "import.meta.url": "importMetaUrl" },
  plugins: [takenFrom("one-runtime", /\/hosts\/dynamic\/runtime\.ts$/, "../bundle/runtime.js")],
});
// The SDK is CommonJS, too: a copy of its namespace for each of our modules took longer than all else that they do.
const required = join(common, "sdk.js");
const copied = '__toESM(require("@pulumi/pulumi"), 1)';
writeFileSync(required, readFileSync(required, "utf8").replaceAll(copied, 'require("@pulumi/pulumi")'));
for (const entry of ["client", "emulator"]) {
  const target = entry === "client" ? "../bundle/client.js" : "../emulator/index.js";
  writeFileSync(join(common, `${entry}.js`), `${guard}module.exports=require("${target}");\n`);
}
writeFileSync(join(common, "package.json"), '{ "type": "commonjs" }\n');

// The plugin's process starts with an older Node, too, to say what it needs.
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const plugin = join(dist, "plugin");
rmSync(plugin, { recursive: true, force: true });
await build({
  ...shared,
  external: [],
  target: "node20",
  entryPoints: { plugin: "provider/hosts/plugin/main.ts" },
  outdir: plugin,
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  minify: true,
  legalComments: "external",
  banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
  define: {
    "import.meta.url": "importMetaUrl",
    // What the environment of the build says, not that of a user.
    "process.env.NCLOUD_PLUGIN_DOWNLOAD_URL": JSON.stringify(process.env["NCLOUD_PLUGIN_DOWNLOAD_URL"] ?? ""),
  },
  plugins: [
    {
      name: "own-package",
      setup: ({ onLoad }) => {
        const contents = `export const ownPackage = () => (${JSON.stringify({ name, version })});`;
        onLoad({ filter: /[/\\]core[/\\]own-package\.ts$/ }, () => ({ contents }));
      },
    },
  ],
});

// The same declarations once more, where the compiler takes them for those of CommonJS.
const declarations = ["sdk/index.d.ts", "sdk/client/client.d.ts", "emulator/index.d.ts"];
for (const file of declarations) {
  const text = readFileSync(join(dist, file), "utf8");
  for (const [, path] of text.matchAll(/(?:from|import\() ?"(\.[^"]*)\.js"/g)) {
    const next = join(dirname(file), `${path}.d.ts`);
    if (!declarations.includes(next)) declarations.push(next);
  }
  mkdirSync(join(common, dirname(file)), { recursive: true });
  writeFileSync(join(common, file), text);
}
