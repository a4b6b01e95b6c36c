import type { Command } from "commander";
import type { AccountFlags } from "../account/account-options.ts";
import { exitCodesHelp } from "../run/exit-codes.ts";
import { type FollowFlags, followOptions, pipelineArgument } from "../run/run-options.ts";
import { followInProcess } from "../run/run-session.ts";
import { watchRun } from "../run/watch-run.ts";

/** `sourcepipeline watch`: follows a run that is under way, and ends as it does; changes nothing. */
export function watchCommand(command: Command): Command {
  return followOptions(pipelineArgument(command).argument("[run]", "id of the run; the one under way unless given"))
    .addHelpText("after", exitCodesHelp)
    .action(watch);
}

const watch = (pipeline: string, runId: string | undefined, flags: AccountFlags & FollowFlags): Promise<void> =>
  followInProcess(pipeline, flags, flags.timeout, ({ client }, subject, ports) =>
    watchRun(client, subject, runId, flags.timeout, ports),
  );
