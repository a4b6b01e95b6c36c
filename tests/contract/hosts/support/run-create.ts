import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { pipeline } from "../../../../provider/hosts/dynamic/dynamic.ts";

/*
 * Checks a pipeline and creates it, as the engine does, and prints the files of `provider` of which a function ran in
 * the creation. A process of its own: who counts calls takes them from everybody else who counts.
 */

const [given = "{}"] = process.argv.slice(2);
const root = new URL("../../../../provider/", import.meta.url).href;

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

/** The files whose functions were called since the last time. */
async function filesSinceThen(): Promise<string[]> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .filter(({ url }) => url.startsWith(root))
    .filter(({ functions }) => functions.some((one) => one.ranges.some(({ count }) => count > 0) && !isFile(one)))
    .map(({ url }) => fileURLToPath(url).slice(fileURLToPath(root).length));
}

/** What a module does when it is loaded is a function without a name that begins where the file does. */
const isFile = ({ functionName, ranges }: { functionName: string; ranges: { startOffset: number }[] }): boolean =>
  functionName === "" && ranges[0]?.startOffset === 0;

const provider = pipeline();
const checked = await provider.check?.({}, JSON.parse(given));
if (checked === undefined || (checked.failures ?? []).length > 0) throw new Error(JSON.stringify(checked));
await filesSinceThen();
await provider.create(checked.inputs);
console.log(JSON.stringify(await filesSinceThen()));
process.exit();
