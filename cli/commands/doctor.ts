import type { Command } from "commander";
import {
  type AccountFlags,
  accountOptions,
  accountSettings,
  keySourceOf,
  projectOf,
} from "../account/account-options.ts";
import { accountAt, configurationOf } from "../account/connect-account.ts";
import { checkClock, dateOfResponse, describeConfiguration } from "../doctor/check-connection.ts";
import { checkLists } from "../doctor/check-lists.ts";
import { checkMachine } from "../doctor/check-machine.ts";
import { checkPlugin } from "../doctor/check-plugin.ts";
import { attempt, type CheckResult, failed, formatCheckResult, skipped } from "../doctor/check-result.ts";
import { checkStack } from "../doctor/check-stack.ts";
import { messageOf } from "../output/text.ts";

/** `sourcepipeline doctor`: one line for each thing that everything else rests on. */
export function doctorCommand(command: Command): Command {
  return accountOptions(command)
    .addHelpText("after", "\nExit code: 0 when all is well, 1 when something is to be done.")
    .action(run);
}

async function run(flags: AccountFlags): Promise<void> {
  const results = [
    ...(await checkMachine(process.cwd())),
    ...(await checkPlugin(process.cwd(), flags.stack === undefined ? undefined : projectOf(flags.stack))),
    ...(await checkAccount(flags)),
    ...(flags.stack === undefined ? [] : await checkStack(projectOf(flags.stack))),
  ];
  process.stdout.write(`${results.map(formatCheckResult).join("\n")}\n`);
  if (results.some(({ state }) => state === "failed")) process.exitCode = 1;
}

async function checkAccount(flags: AccountFlags): Promise<CheckResult[]> {
  try {
    const settings = await accountSettings(flags);
    const configuration = configurationOf(settings, keySourceOf(flags));
    const ports = { now: Date.now, dateOf: (url: string) => dateOfResponse(url, process.env) };
    return [
      ...describeConfiguration(configuration, settings, process.env),
      await attempt("clock", () => checkClock(configuration.endpoint, ports)),
      ...(await checkLists(accountAt(configuration))),
    ];
  } catch (error) {
    return [failed("configuration", messageOf(error)), skipped("clock and lists", "not tried, because of this")];
  }
}
