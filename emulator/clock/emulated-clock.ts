import type { HostClock } from "./host-clock.ts";
import { createTimerQueue, type Timer } from "./timer-queue.ts";

/**
 * The clock of runs, schedules and timestamps. It goes at a multiple of real time and can be moved forwards by hand;
 * timers that are due in between fire in order, each seeing its own time.
 */
export interface EmulatedClock {
  /** Emulated milliseconds per real one. */
  readonly speed: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls the action once the time has come; a timer with the same key is replaced. */
  at(key: string, time: number, action: () => void): void;
  cancel(key: string): void;
  /** When the first of the timers whose key begins so is due. */
  next(prefix: string): number | undefined;
  /** Fires everything that is due, without waiting for a real timer. */
  fireDue(): void;
  /** Moves to a later time; an earlier one is ignored. */
  moveTo(time: number): void;
  /** Forgets all timers and starts again at a time. */
  restart(time: number): void;
  close(): void;
}

/** A real timer cannot wait longer than this many milliseconds (about 25 days). */
const longestWait = 2 ** 31 - 1;

/** @param speed emulated milliseconds per real one; 0 stands still and moves only by hand. */
export function createEmulatedClock(host: HostClock, start: number, speed: number): EmulatedClock {
  const timers = createTimerQueue();
  let origin = { emulated: start, real: host.now() };
  let firing: number | undefined;
  let stopWaiting = (): void => undefined;

  const now = (): number => firing ?? Math.floor(origin.emulated + (host.now() - origin.real) * speed);

  function fireUntil(time: number): void {
    if (firing !== undefined) return;
    try {
      for (let timer = timers.first(); timer !== undefined && timer.time <= time; timer = timers.first()) fire(timer);
    } finally {
      firing = undefined;
    }
  }

  function fire(timer: Timer): void {
    timers.remove(timer.key);
    firing = Math.max(timer.time, firing ?? timer.time);
    timer.action();
  }

  function wait(): void {
    stopWaiting();
    stopWaiting = () => undefined;
    const next = timers.first();
    if (next === undefined || speed === 0) return;
    const milliseconds = Math.min(Math.max(Math.ceil((next.time - now()) / speed), 0), longestWait);
    stopWaiting = host.after(milliseconds, fireDue);
  }

  function fireDue(): void {
    fireUntil(now());
    wait();
  }

  function restartAt(time: number): void {
    origin = { emulated: time, real: host.now() };
  }

  return {
    speed,
    now,
    fireDue,
    at: (key, time, action) => {
      timers.set({ key, time, action });
      if (firing === undefined && timers.first()?.key === key) wait();
    },
    cancel: (key) => {
      timers.remove(key);
    },
    next: (prefix) => timers.first(prefix)?.time,
    moveTo: (time) => {
      fireUntil(time);
      if (time > now()) restartAt(time);
      wait();
    },
    restart: (time) => {
      timers.clear();
      restartAt(time);
      wait();
    },
    close: () => {
      timers.clear();
      stopWaiting();
    },
  };
}
