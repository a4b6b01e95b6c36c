import type { Random } from "../../../emulator/random.ts";
import { advanceRun } from "../../../emulator/runs/advance-run.ts";
import { startRun } from "../../../emulator/runs/start-run.ts";
import type { Service } from "../../../emulator/service.ts";
import { type RunLedger, somebodysName } from "./run-ledger.ts";

/** Somebody who starts and cancels runs in the console, while commands run. */
export interface Runners {
  /** Does something, or nothing. */
  readonly act: () => void;
}

/** How many runs of somebody are under way at most: who waits for them must come to an end. */
const most = 2;

/** How often at each request, from 0 to 1. */
const shares = { start: 0.03, cancel: 0.01 };

/**
 * @param pipelines ids of those that are run
 */
export function createRunners(
  service: Service,
  ledger: RunLedger,
  pipelines: () => readonly number[],
  random: Random,
): Runners {
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];

  function act(): void {
    ledger.look();
    const dice = random();
    if (dice < shares.start) start();
    else if (dice < shares.start + shares.cancel) cancel();
  }

  function start(): void {
    const pipeline = service.state.pipelines.get(oneOf(pipelines()) ?? 0);
    const underWay = service.state.runs.running().filter(({ requestId }) => requestId === somebodysName);
    if (pipeline === undefined || underWay.length >= most) return;
    startRun(service, pipeline, { requestType: "console", requestId: somebodysName, chain: [] });
    ledger.look();
  }

  function cancel(): void {
    const run = oneOf(service.state.runs.running());
    if (run === undefined) return;
    advanceRun(service, run.id, { type: "canceled" });
    ledger.cancel(run.id);
  }

  return { act };
}
