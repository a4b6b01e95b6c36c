// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../../provider/services/sourcepipeline/api/operations.ts";
import { carryOutRun, type RunOptions } from "../../../../cli/run/carry-out-run.ts";
import type { RunHappening } from "../../../../cli/run/run-events.ts";
import type { RunPorts } from "../../../../cli/run/supervise-run.ts";
import { sampleSeed } from "../../../../emulator/index.ts";
import type { FaultRule } from "../../../../emulator/faults/fault-rule.ts";
import { byRequest, startRun } from "../../../../emulator/runs/start-run.ts";
import { advanceRun } from "../../../../emulator/runs/advance-run.ts";
import type { Service } from "../../../../emulator/service.ts";
import type { Settings } from "../../../../emulator/settings.ts";
import type { Run } from "../../../../emulator/state/state.ts";
import { type Client, createSourcePipelineClient } from "../../../../provider/services/sourcepipeline/api/client.ts";
import { keys, type ServiceUnderTest, startService } from "../../../../scripts/chaos/start-service.ts";
import { startVirtualTime, type VirtualTime } from "../../../../scripts/chaos/virtual-time.ts";

/** What a command came to. */
interface Ending {
  /** Undefined when it threw. */
  readonly exitCode?: number;
  /** The message of what it threw. */
  readonly error?: string;
  readonly events: readonly RunHappening[];
}

/** The pipeline of the tests, with a task before another one. */
export const shop = { id: 3101, name: "shop" };

/** What is done when a command asks for nothing else. */
const usual: RunOptions = {
  ifRunning: "wait",
  isFollowed: true,
  timeoutMs: 3_600_000,
  cancelOn: { interrupt: true, timeout: true },
};

/** The commands' inside over the real client and an emulator on loopback; waits pass in virtual time. */
export function useRuns() {
  let time: VirtualTime;
  let started: ServiceUnderTest;
  beforeEach(async () => {
    time = startVirtualTime();
    const task = (name: string, linkedTasks: string[] = []) =>
      ({ name, type: "SourceBuild", config: { projectId: 20632 }, linkedTasks }) as const;
    const pipelines = [{ ...shop, tasks: [task("build"), task("deploy", ["build"])] }];
    started = await startService(time.now, { ...sampleSeed, pipelines });
  });
  afterEach(async () => {
    time[Symbol.dispose]();
    await started[Symbol.asyncDispose]();
  });

  const service = (): Service => started.service;
  const client = (): Client => {
    const { now, wait } = time;
    const timeouts = service().faults.some(({ kind }) => kind === "hang") ? { attemptMs: 300 } : {};
    const options = { endpoint: started.url, region: "KR", ...keys.first, now, wait, timeouts };
    return createSourcePipelineClient({ ...options, random: () => 0.5 });
  };

  /** Runs the inside of a command; `on` is called with each event, and can interrupt. */
  async function command(
    action: (client: Client, ports: RunPorts) => Promise<number>,
    on: (happening: RunHappening, interrupt: () => void) => void = () => undefined,
  ): Promise<Ending> {
    const controller = new AbortController();
    const events: RunHappening[] = [];
    const emit = (happening: RunHappening): void => {
      events.push(happening);
      on(happening, () => controller.abort());
    };
    const { now, wait } = time;
    try {
      return { exitCode: await action(client(), { now, wait, emit, signal: controller.signal }), events };
    } catch (error) {
      return { error: (error as Error).message, events };
    }
  }

  return {
    get time() {
      return time;
    },
    service,
    client,
    command,
    run: (options: Partial<RunOptions> = {}, on?: Parameters<typeof command>[1]): Promise<Ending> =>
      command((own, ports) => carryOutRun(own, shop, { ...usual, ...options }, ports), on),
    settings: (change: Partial<Settings>) => void Object.assign(service().settings, change),
    fault: (rule: Partial<FaultRule>) =>
      void service().faults.push({ operation: "*", when: "before", kind: "respond", fired: 0, ...rule }),
    outcome: (task: string, status: "success" | "failed") => void service().outcomes.push({ task, status, used: 0 }),
    /** Before a request is served. */
    onRequest: (action: () => void) => void (started.onRequest = action),
    /** Somebody in the console starts a run; gives its id. */
    startInConsole: (): number => {
      const pipeline = service().state.pipelines.get(shop.id);
      if (pipeline === undefined) throw new Error("The pipeline of the tests is not there.");
      return startRun(service(), pipeline, byRequest);
    },
    cancelInConsole: (id: number) => advanceRun(service(), id, { type: "canceled" }),
    runs: (): Run[] => [...service().state.runs.of(shop.id)],
    /** The operations asked for so far. */
    calls: (): string[] => service().requests.map(({ operation }) => String(operation)),
  };
}

/** The events of a kind. */
export const eventsOf = <Kind extends RunHappening["event"]>(
  events: readonly RunHappening[],
  kind: Kind,
): Extract<RunHappening, { event: Kind }>[] =>
  events.filter((happening): happening is Extract<RunHappening, { event: Kind }> => happening.event === kind);
