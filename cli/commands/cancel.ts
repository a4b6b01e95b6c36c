import type { Command } from "commander";
import { waitInRealTime } from "../../provider/core/http/index.ts";
import { type AccountFlags, accountSettings, keySourceOf } from "../account/account-options.ts";
import { connectAccount } from "../account/connect-account.ts";
import { cancelUnderWay } from "../run/cancel-under-way.ts";
import { findPipeline } from "../run/find-pipeline.ts";
import { pipelineArgument } from "../run/run-options.ts";

/** `sourcepipeline cancel`: ends a run, and waits until it has ended. */
export function cancelCommand(command: Command): Command {
  return pipelineArgument(command)
    .argument("[run]", "id of the run; the one under way unless given")
    .addHelpText(
      "after",
      "\nExit code: 0 when the run has ended, or none was under way; 1 when it has not, or it is not clear which one is meant.",
    )
    .action(cancel);
}

async function cancel(pipeline: string, runId: string | undefined, flags: AccountFlags): Promise<void> {
  const account = connectAccount(await accountSettings(flags), keySourceOf(flags));
  const subject = await findPipeline(account, pipeline);
  const ports = { now: Date.now, wait: waitInRealTime };
  process.stdout.write(`${await cancelUnderWay(account.client, subject, runId, ports)}\n`);
}
