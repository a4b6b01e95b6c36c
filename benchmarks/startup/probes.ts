/*
 * Programs of a process each. They load the Pulumi SDK first, as every program and every plugin process does, and then
 * print what the rest took on top of it, as `{sdk, step, step …}` in milliseconds.
 */

const head = `
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/package.json");
const times = {};
let at = performance.now();
const done = (name) => { times[name] = performance.now() - at; at = performance.now(); };
`;
const foot = `
console.log(JSON.stringify(times));
process.exit();
`;

/** What is measured, by the name of its first row. */
export const probes = {
  require: `${head}
require("@pulumi/pulumi"); done("sdk");
require("pulumi-ncloud-sourcepipeline"); done("program: require");
${foot}`,
  import: `${head}
await import("@pulumi/pulumi"); done("sdk");
await import("pulumi-ncloud-sourcepipeline"); done("program: import");
${foot}`,
  plugin: `${head}
require("@pulumi/pulumi"); done("sdk");
const provider = require("pulumi-ncloud-sourcepipeline/provider").pipeline();
await provider.configure({ config: { get: (key) => ({ "ncloud:validation": "offline" })[key] } });
done("plugin: provider");
const tasks = [{ name: "build", type: "SourceBuild", projectId: 30000, branch: "main" }];
const { failures } = await provider.check({}, { name: "bench", tasks });
if (failures.length > 0) throw new Error(failures[0].reason);
done("plugin: first check");
await provider.create({ name: "bench", tasks, region: "KR", platform: "vpc", site: "public" });
done("plugin: first create");
${foot}`,
  parts: `${head}
require("@pulumi/pulumi"); done("sdk");
await import("zod"); done("zod as a package");
await import("got"); done("got, a part of the first create");
${foot}`,
} as const;
