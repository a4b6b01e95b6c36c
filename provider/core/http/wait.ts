/**
 * Waits in real time. A signal ends the wait, which is no error: every call ends a wait for its deadline, and errors that
 * nobody reads showed in the profiles of large stacks.
 */
export function waitInRealTime(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
  });
}
