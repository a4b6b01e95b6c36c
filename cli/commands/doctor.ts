import type { Command } from "commander";
import type { Settings } from "../../provider/config/settings.ts";
import { accountAt, configurationOf } from "../account/connect-account.ts";
import { stackAccounts } from "../account/stack-accounts.ts";
import { type PlaceFlags, placeOptions, settingsOf } from "../account/place-options.ts";
import { checkClock, dateOfAnswer, describeConfiguration } from "../doctor/check-connection.ts";
import { checkLists } from "../doctor/check-lists.ts";
import { checkPendingCreates } from "../doctor/check-pending-creates.ts";
import { checkMachine } from "../doctor/check-machine.ts";
import { attempt, failed, type Finding, formatFinding, skipped } from "../doctor/finding.ts";
import type { Project } from "../pulumi/project.ts";
import { stackDeployment } from "../pulumi/stack-deployment.ts";
import { stackSettings } from "../pulumi/stack-settings.ts";

/** `sourcepipeline doctor`: one line for each thing that everything else rests on. */
export function doctorCommand(command: Command): Command {
  return placeOptions(command)
    .option("--stack [name]", "check with the keys and the place of a stack's configuration")
    .addHelpText("after", "\nExit code: 0 when all is well, 1 when something is to be done.")
    .action(run);
}

interface Flags extends PlaceFlags {
  stack?: string | true;
}

async function run(flags: Flags): Promise<void> {
  const findings = [
    ...(await checkMachine(process.cwd())),
    ...(await checkAccount(flags)),
    ...(flags.stack === undefined ? [] : await checkStack({ cwd: process.cwd(), stack: nameOf(flags.stack) })),
  ];
  process.stdout.write(`${findings.map(formatFinding).join("\n")}\n`);
  if (findings.some(({ state }) => state === "failed")) process.exitCode = 1;
}

async function checkAccount(flags: Flags): Promise<Finding[]> {
  try {
    const settings = await settingsFor(flags);
    const configuration = configurationOf(settings);
    const ports = { now: Date.now, dateOf: (url: string) => dateOfAnswer(url, process.env) };
    return [
      ...describeConfiguration(configuration, settings, process.env),
      await attempt("clock", () => checkClock(configuration.endpoint, ports)),
      ...(await checkLists(accountAt(configuration))),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [failed("configuration", reason), skipped("clock and lists", "not tried, because of this")];
  }
}

/** What is left to do in the stack itself. */
async function checkStack(project: Project): Promise<Finding[]> {
  try {
    return await checkPendingCreates(await stackDeployment(project), stackAccounts(project));
  } catch (error) {
    return [failed("state of the stack", error instanceof Error ? error.message : String(error))];
  }
}

const nameOf = (stack: string | true): string | undefined => (stack === true ? undefined : stack);

/** What the flags say wins over what the stack says. */
async function settingsFor({ stack, ...place }: Flags): Promise<Settings> {
  const given = Object.entries(settingsOf(place)).filter(([, value]) => value !== undefined);
  const stored = stack === undefined ? {} : await stackSettings({ cwd: process.cwd(), stack: nameOf(stack) });
  return { ...stored, ...Object.fromEntries(given) };
}
