import { type Command, Option } from "commander";
import { type IfRunning, ifRunningWords } from "../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";
import type { AccountFlags } from "../account/account-options.ts";
import { carryOutRun } from "../run/carry-out-run.ts";
import { exitCodesHelp } from "../run/exit-codes.ts";
import { type FollowFlags, followOptions, pipelineArgument } from "../run/run-options.ts";
import { followInProcess } from "../run/run-session.ts";

/** `sourcepipeline run`: starts a pipeline, follows the run, and ends as it does. */
export function runCommand(command: Command): Command {
  return followOptions(pipelineArgument(command))
    .addOption(
      new Option(
        "--if-running <what>",
        "when a run is under way: wait for it and start then, join it, start all the same, or fail",
      )
        .choices(ifRunningWords)
        .default("wait"),
    )
    .option("--no-wait", "start the run, and do not follow it")
    .option("--cancel-on-interrupt", "cancel the run with Ctrl-C (this is so unless said otherwise)", true)
    .option("--no-cancel-on-interrupt", "leave the run alone with Ctrl-C")
    .option("--no-cancel-on-timeout", "leave the run alone when it does not end in time")
    .addHelpText("after", exitCodesHelp)
    .action(run);
}

interface Flags extends AccountFlags, FollowFlags {
  ifRunning: IfRunning;
  wait: boolean;
  cancelOnInterrupt: boolean;
  cancelOnTimeout: boolean;
}

const run = (pipeline: string, flags: Flags): Promise<void> => {
  const { ifRunning, wait: isFollowed, cancelOnInterrupt, cancelOnTimeout, timeout: timeoutMs } = flags;
  const cancelOn = { interrupt: cancelOnInterrupt, timeout: cancelOnTimeout };
  return followInProcess(pipeline, flags, timeoutMs, ({ client }, subject, ports) =>
    carryOutRun(client, subject, { ifRunning, isFollowed, timeoutMs, cancelOn }, ports),
  );
};
