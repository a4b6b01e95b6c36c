import { createLogUpdate } from "log-update";
import { formatFrame, framePauseMs } from "./format-frame.ts";
import type { RunSubject } from "./run-events.ts";
import type { RunProgress } from "./run-progress.ts";

/** A picture of a run in a terminal, drawn over itself. */
export interface Drawing {
  readonly update: () => void;
  /** Leaves the last picture where it is, and the cursor below it. */
  readonly end: () => void;
}

/**
 * Draws a run again and again, so that times go on.
 *
 * @param now milliseconds since the epoch
 */
export function drawProgress(
  output: NodeJS.WriteStream,
  progress: () => RunProgress,
  subject: RunSubject,
  now: () => number,
): Drawing {
  const logUpdate = createLogUpdate(output);
  const update = (): void => logUpdate(formatFrame(subject, progress(), now()));
  const timer = setInterval(update, framePauseMs);
  timer.unref();
  let hasEnded = false;
  update();
  return {
    update,
    end: () => {
      if (hasEnded) return;
      hasEnded = true;
      clearInterval(timer);
      update();
      logUpdate.done();
      // The terminal may have written ^C where the next line begins.
      output.write("\r");
    },
  };
}
