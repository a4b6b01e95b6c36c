import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../..", import.meta.url));

/** A Pulumi project that finds the package and the SDK through `node_modules`, as a user's does. */
export interface ProjectUnderTest extends Disposable {
  readonly folder: string;
}

/**
 * Makes a project out of its files.
 *
 * @example using project = makeProject({ "index.js": `new ncloud.Pipeline("shop", { tasks: [] })` })
 */
export function makeProject(files: Readonly<Record<string, string>>): ProjectUnderTest {
  mkdirSync(join(repository, ".sourcepipeline"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".sourcepipeline", "check-"));
  const all = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "package.json": '{ "private": true }', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith(".js") ? head + text : text);
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** What stands in front of every program in CommonJS. */
const head = `
const pulumi = require("@pulumi/pulumi");
const ncloud = require("pulumi-ncloud-sourcepipeline");
const task = (name, ...linkedTasks) => ({ name, type: "SourceBuild", projectId: 20632, linkedTasks });
`;
