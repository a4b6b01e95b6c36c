/** Ctrl-C, and what else asks a process to end. */
const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Milliseconds in which a second signal is the same key: npm, and with it npx, passes on to what it runs a Ctrl-C that
 * the terminal has sent there already.
 */
const sameKeyMs = 400;

/** Tells of the first Ctrl-C, and of the second. */
export interface Interrupts extends Disposable {
  /** Aborts with the first one. */
  readonly signal: AbortSignal;
}

/**
 * @param source what signals come from: the process
 * @param leave called with the second one
 * @param now milliseconds since the epoch
 */
export function listenToInterrupts(
  source: Pick<NodeJS.Process, "on" | "off">,
  leave: () => void,
  now: () => number,
): Interrupts {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const interrupt = (): void => {
    if (firstAt === undefined) {
      firstAt = now();
      controller.abort();
    } else if (now() - firstAt >= sameKeyMs) {
      leave();
    }
  };
  for (const signal of signals) source.on(signal, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) source.off(signal, interrupt);
    },
  };
}
