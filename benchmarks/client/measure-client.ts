import { createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";
import { signHeaders } from "../../provider/core/http/signature.ts";
import { alternate, compare } from "../support/alternate.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { microseconds } from "../support/microseconds.ts";
import { startEmulator } from "../support/start-emulator.ts";
import { timeIt } from "../support/time-it.ts";
import { bareGot } from "./bare-got.ts";
import { clientSection } from "./client-section.ts";
import { manyTimes } from "./many-times.ts";
import { measureQuota } from "./measure-quota.ts";

/** The signed client next to got alone, what a signature costs, and how a quota is borne. */
export const measureClient: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  const { url, accessKey, secretKey } = emulator;
  const signer = { region: "KR", accessKey, secretKey };
  const client = createSourcePipelineClient({ endpoint: url, ...signer });
  const requests = quick ? 100 : 1_500;

  say("requests");
  const get = bareGot(url, signer);
  const ours = () => timeIt(() => manyTimes(requests, () => client.getBuildProjects({})));
  const floor = () => timeIt(() => manyTimes(requests, get));
  // The first requests of a process load and compile the modules.
  await alternate(1, { ours, floor });
  const exchange = compare(await alternate(quick ? 2 : 7, { ours, floor }));

  say("signatures");
  const target = new URL(`${url}/api/v1/project/1234`);
  const { signature } = await microseconds({ signature: () => signHeaders(signer, "GET", target, 1_700_000_000_000) });

  say("quota");
  const quota = await measureQuota(emulator, quick ? 10 : 200);
  return clientSection({ requests, exchange, signatureUs: signature ?? Number.NaN, quota });
};
