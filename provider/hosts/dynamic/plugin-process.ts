import { subscribe } from "node:diagnostics_channel";

/** The plugin's process as the verbs see it. */
export interface PluginProcess {
  /** Aborts when the user ends the command. */
  readonly signal: AbortSignal;
  /** Whether its engine is gone. */
  readonly isAbandoned: () => boolean;
  /** Runs a verb; the process stays while one runs, even when its engine is gone. */
  readonly run: <Result>(verb: () => Promise<Result>) => Promise<Result>;
}

/** The call by which the engine tells that the user pressed Ctrl-C; it comes at the normal end of a command, too. */
const cancelCall = "/pulumirpc.ResourceProvider/Cancel";

/**
 * Watches the process that hosts the provider. It gets no signal on Ctrl-C, only a call that the SDK answers by itself:
 * Node tells of it on a diagnostics channel. When the engine is killed, standard input ends, and nothing else would end
 * this process.
 */
export function watchPluginProcess(exit: () => void): PluginProcess {
  const controller = new AbortController();
  let running = 0;
  let isAbandoned = false;

  subscribe("http2.server.stream.start", (message) => {
    const { headers } = message as { headers?: Record<string, unknown> };
    if (headers?.[":path"] === cancelCall) controller.abort();
  });
  process.stdin.on("end", () => {
    isAbandoned = true;
    controller.abort();
    leave();
  });
  process.stdin.resume();

  function leave(): void {
    if (isAbandoned && running === 0) exit();
  }

  return {
    signal: controller.signal,
    isAbandoned: () => isAbandoned,
    run: async (verb) => {
      running++;
      try {
        return await verb();
      } finally {
        running--;
        // After the answer, should there still be somebody to read it.
        if (isAbandoned) setImmediate(leave);
      }
    },
  };
}
