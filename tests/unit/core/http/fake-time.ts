import sinon, { type SinonFakeTimers } from "sinon";

/** A clock that the test moves, with a way to wait that goes by it, and randomness that is the same in every run. */
export interface FakeTime {
  readonly timers: SinonFakeTimers;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** All waits so far, in milliseconds. */
  readonly waits: number[];
}

/** Starts one; call `timers.restore()` in the end. */
export function fakeTime(start = 1_700_000_000_000): FakeTime {
  const timers = sinon.useFakeTimers({ now: start, toFake: ["setTimeout", "clearTimeout", "Date"] });
  const waits: number[] = [];
  let seed = 42;
  return {
    timers,
    waits,
    now: () => timers.now,
    random: () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647,
    wait: (milliseconds, signal) => {
      waits.push(milliseconds);
      return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
        signal?.addEventListener("abort", () => resolve());
      });
    },
  };
}
