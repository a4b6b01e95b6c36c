// Compiles the package into dist/. Plain JavaScript, because `npm ci` runs it with whatever Node is installed.
//
// The compiler rewrites `./x.ts` to `./x.js` in the emitted code but not in the declarations, and the TypeScript 3.8
// that the Pulumi SDK carries refuses an import that ends with ".ts": the second step rewrites those.
//
// What every program and every plugin process loads is bundled besides: reading two hundred small modules takes longer
// than all that they do at the start. zod is bundled with them, because it comes with fifty languages that nobody needs
// here; all other dependencies stay what npm installs.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
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

const bundle = join(dist, "bundle");
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
rmSync(bundle, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { sdk: "sdk/index.ts", provider: "provider/dynamic.ts", client: "provider/client/public/client.ts" },
  outdir: bundle,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== "zod"),
  logLevel: "warning",
});
copyFileSync(join(resolve("zod"), "..", "LICENSE"), join(bundle, "zod.LICENSE.txt"));
