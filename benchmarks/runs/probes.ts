/*
 * Programs of a process each. Both do their work once before it is measured, so that the modules are loaded, and print
 * `{processorMs}`: what the process took of processors meanwhile, waits left out.
 */

const head = `
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(process.cwd() + "/package.json");
const { pipelines, requests, signed } = JSON.parse(readFileSync(process.env.BENCH_INPUT, "utf8"));
`;
const foot = `
await work(pipelines.slice(0, 1), requests.slice(0, 1));
const before = process.cpuUsage();
await work(pipelines.slice(1), requests.slice(1));
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ processorMs: (user + system) / 1000 }));
process.exit();
`;

/** What the plugin's process does for all runs of a command: check, create, progress. */
export const runsOfProvider = `${head}
require("@pulumi/pulumi");
const provider = require("pulumi-ncloud-sourcepipeline/provider").pipelineRun();
await provider.configure({ config: { get: () => undefined } });
async function work(pipelines) {
  await Promise.all(pipelines.map(async (pipelineId) => {
    const { inputs, failures } = await provider.check({}, { pipelineId, triggers: { image: "one" } });
    if (failures.length > 0) throw new Error(failures[0].reason);
    const { outs } = await provider.create(inputs);
    if (outs.status !== "success") throw new Error("A run did not succeed.");
  }));
}
${foot}`;

/** The same requests with got alone, signed beforehand: those of a run one after the other, all runs at once. */
export const requestsOfGot = `${head}
require("@pulumi/pulumi");
const { default: got } = await import("got");
async function work(_pipelines, requests) {
  await Promise.all(requests.map(async (ofRun) => {
    for (const { method, url } of ofRun) {
      await got(url, { method, headers: signed[method + " " + url], retry: { limit: 0 } }).json();
    }
  }));
}
${foot}`;
