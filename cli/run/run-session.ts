import { commandLine } from "../../provider/core/command-line.ts";
import { waitInRealTime } from "../../provider/core/http/index.ts";
import { type AccountFlags, accountSettings, keySourceOf } from "../account/account-options.ts";
import { type Account, connectAccount } from "../account/connect-account.ts";
import { messageOf } from "../output/text.ts";
import { exitCodes } from "./exit-codes.ts";
import { findPipeline } from "./find-pipeline.ts";
import { listenToInterrupts } from "./listen-to-interrupts.ts";
import { chooseView, openView, type RunView } from "./open-view.ts";
import type { RunSubject } from "./run-events.ts";
import type { RunPorts } from "./supervise-run.ts";

/** What a command that follows a run does with its pipeline; gives the exit code. */
type Follow = (account: Account, subject: RunSubject, ports: RunPorts) => Promise<number>;

/**
 * Follows a run in this process: connects, finds the pipeline, opens the view, listens to Ctrl-C, and sets the exit
 * code.
 *
 * @param word name or id of the pipeline
 * @param timeoutMs how long it may take
 */
export async function followInProcess(
  word: string,
  flags: AccountFlags & { json?: boolean },
  timeoutMs: number,
  follow: Follow,
): Promise<void> {
  const account = connectAccount(await accountSettings(flags), keySourceOf(flags));
  const subject = await findPipeline(account, word);
  const { stdout: output, stderr: errors } = process;
  const view = await openView(chooseView(flags.json, output, process.env), subject, { output, errors }, Date.now);
  using interrupts = listenToInterrupts(process, () => leave(view), Date.now);
  const { signal } = interrupts;
  const deadline = Date.now() + timeoutMs;
  try {
    const ports = { signal, emit: view.show, now: Date.now, wait: waitInRealTime };
    process.exitCode = await follow(account, subject, ports);
  } catch (error) {
    const exitCode = signal.aborted
      ? exitCodes.interrupted
      : Date.now() >= deadline
        ? exitCodes.timeout
        : exitCodes.error;
    view.show({ event: "error", message: messageOf(error), exitCode });
    process.exitCode = exitCode;
  } finally {
    view.close();
  }
}

/** With the second Ctrl-C: at once, and with the truth about the run. */
function leave({ show, progress }: RunView): never {
  const { runId, canceling } = progress();
  const exitCode = exitCodes.interrupted;
  if (runId === undefined) {
    const message = `Interrupted. If a start was under way, it may have had an effect: see "${commandLine("runs")}".`;
    show({ event: "error", message, exitCode });
  } else {
    show({ event: "left", runId, reason: "interrupt", isCanceling: canceling !== undefined, exitCode });
  }
  process.exit(exitCode);
}
