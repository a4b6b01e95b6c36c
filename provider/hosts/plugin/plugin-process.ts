import { fstatSync } from "node:fs";
import type { PluginProcess } from "../dynamic/plugin-process.ts";

/** The process of a plugin, which is told of Ctrl-C by a call. */
export interface CancelableProcess extends PluginProcess {
  readonly cancel: () => void;
  /** An engine has found this process. */
  readonly greet: () => void;
}

/** How long a process without an input waits for its engine, in milliseconds. */
const greetingMs = 10_000;

/**
 * Watches the process. The engine ends it with a SIGINT after every command, and nothing is under way then. When the
 * engine is killed, standard input ends, and nothing else would end this process. Where there is no pipe, as under a
 * debugger, or one that has ended before the engine came, nobody is behind it.
 */
export function watchProcess(exit: () => void): CancelableProcess {
  const controller = new AbortController();
  let running = 0;
  let isAbandoned = false;
  let isGreeted = false;

  function leave(): void {
    if (isAbandoned && running === 0) exit();
  }
  function abandon(): void {
    isAbandoned = true;
    controller.abort();
    leave();
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, exit);
  if (hasPipe()) {
    process.stdin.on("end", () => {
      if (isGreeted) abandon();
      else setTimeout(() => !isGreeted && abandon(), greetingMs);
    });
    process.stdin.resume();
  }

  return {
    signal: controller.signal,
    isAbandoned: () => isAbandoned,
    cancel: () => {
      controller.abort();
    },
    greet: () => {
      isGreeted = true;
    },
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

/** Whether somebody holds the other end of standard input. */
function hasPipe(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}
