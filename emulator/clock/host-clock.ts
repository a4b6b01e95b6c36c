/** The machine's clock and timers, as far as the emulator needs them. */
export interface HostClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls the action once, after some milliseconds; what it returns cancels it. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
}

/** Real timers beside a clock; they do not keep a process alive. */
export const createHostClock = (now: () => number): HostClock => ({
  now,
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
});
