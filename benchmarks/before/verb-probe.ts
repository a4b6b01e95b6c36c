/** What the probe calls, in this order. A delete would be refused: the same process has created what it deletes. */
export const verbs = ["check", "create", "read"] as const;

/** Milliseconds of processor time for each pipeline, by verb. */
export type VerbTimes = Record<(typeof verbs)[number], number>;

/**
 * A plugin process without its engine, as a program: it calls the verbs of the build in its working directory for the
 * pipelines in the variable PIPELINES, as the engine does (checks one after another, the rest eight at a time), and prints
 * {@link VerbTimes}.
 */
export const verbProbe = `
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const require = createRequire(process.cwd() + "/package.json");
require("@pulumi/pulumi");
const { pipeline } = await import(pathToFileURL(require.resolve("pulumi-ncloud-sourcepipeline/provider")));
const provider = pipeline();
await provider.configure({ config: { get: () => undefined } });
const pipelines = JSON.parse(process.env.PIPELINES);

const times = {};
const measure = async (verb, atATime, call) => {
  const before = process.cpuUsage();
  const results = new Array(pipelines.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < pipelines.length; index = next++) results[index] = await call(index);
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const { user, system } = process.cpuUsage(before);
  times[verb] = (user + system) / 1000 / pipelines.length;
  return results;
};

const checked = await measure("check", 1, (index) => provider.check({}, pipelines[index]));
for (const { failures } of checked) if (failures.length > 0) throw new Error(failures[0].reason);
const created = await measure("create", 8, (index) => provider.create(checked[index].inputs));
await measure("read", 8, (index) => provider.read(created[index].id, created[index].outs));
console.log(JSON.stringify(times));
process.exit();
`;
