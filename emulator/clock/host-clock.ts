/** The machine's clock and timers, as far as the emulator needs them. */
export interface HostClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls the action once, after some milliseconds; the answer cancels it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** The real one. Its timers do not keep a process alive. */
export const hostClock: HostClock = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
