import { asChecked } from "../../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";
import { runVerbs } from "../../provider/services/sourcepipeline/pipeline-run/run-verbs.ts";
import { startProcess } from "../../scripts/chaos/start-process.ts";
import { keys, startService } from "../../scripts/chaos/start-service.ts";
import { startVirtualTime } from "../../scripts/chaos/virtual-time.ts";
import { runsWorld } from "./runs-world.ts";

/** What a run that is followed asks of the service. */
export interface FollowedRun {
  /** How long it takes, in seconds of the emulator's clock. */
  seconds: number;
  /** Names of the operations, one for each request, in their order. */
  operations: readonly string[];
}

/** Starts and follows a run of two tasks that take equally long, by the verbs of the provider, in virtual time. */
export async function countRequests(seconds: number): Promise<FollowedRun> {
  using time = startVirtualTime();
  await using started = await startService(time.now, runsWorld(1));
  const { service, url } = started;
  service.settings.taskMs = (seconds * 1000) / 2;
  const { host } = startProcess({ url, keys: keys.first, time, random: () => 0.5 });
  const [pipeline] = service.state.pipelines.values();
  const inputs = asChecked({ pipelineId: pipeline?.id ?? 0, region: "KR", platform: "vpc", site: "public" });
  await runVerbs.create({ inputs, timeoutMs: 2 * seconds * 1000 }, host);
  return { seconds, operations: service.requests.map(({ operation }) => String(operation)) };
}
