import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownPackage } from "../provider/core/own-package.ts";
import { packageName } from "../provider/hosts/plugin/package-name.ts";

/*
 * Writes the archives of the packaged plugin: `npm run build && npm run pack:plugin [FOLDER]`. Each is what
 * `pulumi plugin install resource ncloud VERSION --file ARCHIVE` takes, under the name that the engine asks a download
 * location for. What is in them is the same for all platforms: it needs Node on the user's machine.
 */

const platforms = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64", "windows-arm64"];

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] ?? join(root, ".sourcepipeline", "archives");
const { version } = ownPackage();
mkdirSync(folder, { recursive: true });

const staged = mkdtempSync(join(tmpdir(), "plugin-"));
const launcher = `pulumi-resource-${packageName}`;
const content = [
  join(root, "bin", launcher),
  join(root, "bin", `${launcher}.cmd`),
  join(root, "dist", "plugin", "plugin.cjs"),
  join(root, "dist", "plugin", "plugin.cjs.LEGAL.txt"),
  join(root, "LICENSE"),
];
for (const file of content) cpSync(file, join(staged, basename(file)));
const [first = "", ...others] = platforms.map((platform) => join(folder, `${launcher}-v${version}-${platform}.tar.gz`));
const { status } = spawnSync("tar", ["-czf", first, "-C", staged, ...content.map((file) => basename(file))], {
  stdio: "inherit",
});
rmSync(staged, { recursive: true });
if (status !== 0) process.exit(status ?? 1);
for (const other of others) cpSync(first, other);
for (const file of [first, ...others]) console.log(file);
