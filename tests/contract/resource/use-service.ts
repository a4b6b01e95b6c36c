// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import type { FaultRule } from "../../../emulator/faults/fault-rule.ts";
import type { Service } from "../../../emulator/service.ts";
import type { Settings } from "../../../emulator/settings.ts";
import type { Pipeline } from "../../../emulator/state/state.ts";
import type { Host } from "../../../provider/core/session.ts";
import { type Checked, type PriorState, verbs } from "../../../scripts/chaos/engine/verbs.ts";
import { type ProcessOptions, type ProviderProcess, startProcess } from "../../../scripts/chaos/start-process.ts";
import { keys, type ServiceUnderTest, startService } from "../../../scripts/chaos/start-service.ts";
import { startVirtualTime, type VirtualTime } from "../../../scripts/chaos/virtual-time.ts";

/** The verbs over the real client and an emulator on loopback; waits pass in virtual time. */
interface ServiceUnderHost {
  readonly time: VirtualTime;
  readonly service: Service;
  /** Before a request is served. */
  onRequest(action: () => void): void;
  /** A provider process that remembers nothing of another one. */
  process(options?: Partial<ProcessOptions>): ProviderProcess;
  settings(change: Partial<Settings>): void;
  fault(rule: Partial<FaultRule>): void;
  healed(): void;
  pipelines(): Pipeline[];
  /** `method operation` of the requests since the last call, oldest first. */
  calls(): string[];
}

/** Real milliseconds that the client waits for an answer: only a fault that hangs uses them up. */
const attemptMs = 300;

export function useService(): ServiceUnderHost {
  let time: VirtualTime;
  let started: ServiceUnderTest;
  let read = 0;
  beforeEach(async () => {
    time = startVirtualTime();
    started = await startService(time.now);
    read = 0;
  });
  afterEach(async () => {
    time[Symbol.dispose]();
    await started[Symbol.asyncDispose]();
  });

  return {
    get time() {
      return time;
    },
    get service() {
      return started.service;
    },
    onRequest: (action) => void (started.onRequest = action),
    process: (options) =>
      startProcess({
        url: started.url,
        keys: keys.first,
        time,
        random: () => 0.5,
        timeouts: started.service.faults.some(({ kind }) => kind === "hang") ? { attemptMs } : {},
        ...options,
      }),
    settings: (change) => void Object.assign(started.service.settings, change),
    fault: (rule) =>
      void started.service.faults.push({ operation: "*", when: "before", kind: "respond", fired: 0, ...rule }),
    healed: () => void (started.service.faults = []),
    pipelines: () => [...started.service.state.pipelines.values()],
    calls: () => {
      const calls = started.service.requests.slice(read).map(({ operation }) => String(operation));
      read = started.service.requests.length;
      return calls;
    },
  };
}

/** The verbs of a pipeline as a dynamic provider has them. */
export const { check, create, read, update, diff, delete: deletePipeline } = verbs;

/** What a program says, as check hands it to the engine. */
export async function checked(
  host: Host,
  args: Record<string, unknown> = {},
  known: PriorState = {},
): Promise<Checked> {
  const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
  const given = { name: "shop", tasks, ...args, __provider: "provider" };
  const { inputs, failures } = await check(known, given, host);
  if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
  return inputs as Checked;
}

/** Checks and creates. */
export async function created(
  { host }: ProviderProcess,
  args: Record<string, unknown> = {},
): ReturnType<typeof create> {
  return create(await checked(host, args), host);
}

/** The message of the failure of a verb; a failure with a stack, or none, fails the test. */
export async function messageOfFailure(verb: Promise<unknown>): Promise<string> {
  return (await failureOf(verb)).message;
}

/** The failure of a verb; one with a stack, or none, fails the test. */
export async function failureOf(verb: Promise<unknown>): Promise<Error> {
  const outcome = await verb.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && outcome.error instanceof Error && outcome.error.stack === "") return outcome.error;
  throw new Error(`There was no failure for users, but ${JSON.stringify(outcome)}.`, { cause: outcome });
}
