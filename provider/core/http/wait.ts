/** Waits that many milliseconds; a signal that aborts ends the wait early, without an error. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/**
 * Waits in real time. The end by a signal is no error, because every call ends a wait for its deadline, and errors that
 * nobody reads showed in the profiles of large stacks.
 */
export const waitInRealTime: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
  });

/** A caller's way to wait, made to end without an error: some reject when the signal aborts, Node's own among them. */
export const withoutAbortError =
  (wait: Wait): Wait =>
  async (milliseconds, signal) => {
    if (signal?.aborted) return;
    try {
      await wait(milliseconds, signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  };
