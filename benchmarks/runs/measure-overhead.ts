import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signHeaders } from "../../provider/core/http/signature.ts";
import { alternate, compare, type Comparison } from "../support/alternate.ts";
import { range } from "../support/benchmark-world.ts";
import { repository } from "../support/repository.ts";
import { runProbe } from "../support/run-probe.ts";
import { type EmulatorProcess, serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { requestsOfGot, runsOfProvider } from "./probes.ts";
import { pipelineId, runsWorld } from "./runs-world.ts";

/** What runs that are followed side by side cost a process. */
export interface Overhead {
  runs: number;
  seconds: number;
  /** Requests of all measured runs. */
  requests: number;
  /** Milliseconds of processor time. */
  processor: Comparison;
}

/** A request as the emulator's log has it. */
interface Sent {
  readonly method: string;
  readonly url: string;
}

/**
 * Follows runs in one process, and sends the same requests with got alone in another one.
 *
 * @param seconds real ones that a run takes
 */
export async function measureOverhead(runs: number, seconds: number, rounds: number): Promise<Overhead> {
  // One more to warm up.
  await using emulator = await startEmulator(runsWorld(runs + 1), { speed: 1 });
  await emulator.admin.changeSettings({ taskMs: (seconds * 1000) / 2 });
  const pipelines = range(runs + 1).map(pipelineId);
  const folder = mkdtempSync(join(tmpdir(), "sourcepipeline-"));
  const run = async (program: string, requests: readonly (readonly Sent[])[]): Promise<number> => {
    const input = join(folder, "input.json");
    writeFileSync(input, JSON.stringify({ pipelines, requests, signed: signAll(requests.flat(), emulator) }));
    const env = { ...process.env, ...serviceEnvironment(emulator), BENCH_INPUT: input };
    return (await runProbe<{ processorMs: number }>(program, { cwd: repository, env })).processorMs;
  };
  let requests = pipelines.map((): Sent[] => []);
  const ours = async (): Promise<number> => {
    await emulator.admin.clearRequests();
    const cost = await run(runsOfProvider, []);
    requests = await requestsByPipeline(emulator, pipelines);
    return cost;
  };
  // Who sends the same has to know what was sent.
  await ours();
  const processor = compare(await alternate(rounds, { ours, floor: () => run(requestsOfGot, requests) }));
  rmSync(folder, { recursive: true });
  return { runs, seconds, requests: requests.slice(1).flat().length, processor };
}

/** What was asked about each pipeline; what all of them share, with the first one. */
async function requestsByPipeline({ admin, url }: EmulatorProcess, pipelines: readonly number[]): Promise<Sent[][]> {
  const log = await admin.listRequests();
  const ofPipeline = (path: string): number =>
    Math.max(
      0,
      pipelines.findIndex((id) => path.includes(`/${String(id)}`)),
    );
  const all = log.map(({ method, path }) => ({ method, url: url + path, number: ofPipeline(path) }));
  return pipelines.map((_, number) => all.filter((sent) => sent.number === number));
}

/** A signature is good for five minutes. */
const signAll = (requests: readonly Sent[], { accessKey, secretKey }: EmulatorProcess): object =>
  Object.fromEntries(
    requests.map(({ method, url }) => [
      `${method} ${url}`,
      signHeaders(
        { region: "KR", accessKey, secretKey },
        method,
        new URL(url),
        performance.timeOrigin + performance.now(),
      ),
    ]),
  );
