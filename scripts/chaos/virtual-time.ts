import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * A clock that stands still while requests are under way, and jumps to the next wait that is due when nothing else can
 * happen: waits of minutes cost nothing, and real connections stay real.
 */
export interface VirtualTime {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early when the signal aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Lets time pass by hand. */
  readonly advance: (milliseconds: number) => void;
  readonly [Symbol.dispose]: () => void;
}

interface Wait {
  readonly until: number;
  readonly end: () => void;
}

/** Turns of the event loop without a request before time jumps: between two steps of a call there are a few. */
const quietTurns = 12;

/** A wait this long is a deadline: it must not run out just because a call is between two steps. */
const deadline = { fromMs: 60_000, realPauseMs: 25 };

/** @param start Milliseconds since the epoch. */
export function startVirtualTime(start = Date.parse("2026-03-02T00:00:00Z")): VirtualTime {
  let time = start;
  let underWay = 0;
  let lastEvent = 0;
  let whenIdle = (): void => undefined;
  let isRunning = false;
  const waits = new Set<Wait>();

  const countRequest = (message: unknown): void => {
    underWay += 1;
    lastEvent += 1;
    (message as { request: ClientRequest }).request.once("close", () => {
      underWay -= 1;
      lastEvent += 1;
      if (underWay === 0) whenIdle();
    });
  };
  subscribe("http.client.request.created", countRequest);

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = earliest(waits); next !== undefined; next = earliest(waits)) {
      if (!(await isQuiet(next.until - time))) continue;
      time = Math.max(time, next.until);
      next.end();
    }
    isRunning = false;
  }

  async function isQuiet(jumpMs: number): Promise<boolean> {
    const seen = lastEvent;
    if (underWay > 0) await new Promise<void>((resolve) => (whenIdle = resolve));
    for (let turn = 0; turn < quietTurns; turn += 1) await setImmediate();
    if (jumpMs >= deadline.fromMs && seen === lastEvent) await setTimeout(deadline.realPauseMs);
    return underWay === 0 && seen === lastEvent;
  }

  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        lastEvent += 1;
        const end = (): void => {
          waits.delete(wait);
          lastEvent += 1;
          signal?.removeEventListener("abort", end);
          resolve();
        };
        const wait: Wait = { until: time + milliseconds, end };
        waits.add(wait);
        signal?.addEventListener("abort", end);
        if (signal?.aborted) end();
        void run();
      }),
    [Symbol.dispose]: () => {
      unsubscribe("http.client.request.created", countRequest);
      for (const { end } of [...waits]) end();
    },
  };
}

function earliest(waits: ReadonlySet<Wait>): Wait | undefined {
  let first: Wait | undefined;
  for (const wait of waits) if (first === undefined || wait.until < first.until) first = wait;
  return first;
}
