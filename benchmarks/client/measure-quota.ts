import { createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";
import type { EmulatorProcess } from "../support/start-emulator.ts";
import { timeIt } from "../support/time-it.ts";

/** How a client fared under a quota. */
export interface QuotaResult {
  /** Requests a second that the service bears. */
  quota: number;
  calls: number;
  failures: number;
  /** Requests that got "too many" back. */
  refused: number;
  seconds: number;
}

/** Lets a fresh client make more calls at once than the service bears. */
export async function measureQuota(emulator: EmulatorProcess, calls: number): Promise<QuotaResult> {
  const { url: endpoint, accessKey, secretKey, admin } = emulator;
  const quota = 5;
  await admin.changeSettings({ quotaPerSecond: quota });
  await admin.clearRequests();
  const client = createSourcePipelineClient({ endpoint, region: "KR", accessKey, secretKey });
  let failures = 0;
  const call = (): Promise<unknown> => client.getBuildProjects({}).catch(() => void (failures += 1));
  const elapsed = await timeIt(() => Promise.all(Array.from({ length: calls }, call)));
  const requests = await admin.listRequests();
  await admin.changeSettings({ quotaPerSecond: null });
  const refused = requests.filter(({ status }) => status !== 200).length;
  return { quota, calls, failures, refused, seconds: elapsed / 1000 };
}
