import type { Command } from "commander";
import type { KeySource } from "../../provider/config/missing-keys.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { stackSettings } from "../pulumi/read-stack.ts";
import type { Project } from "../pulumi/run-pulumi.ts";

/** Which location is asked, as options; keys are no options, because process lists show those. */
export type LocationFlags = Omit<Settings, "accessKey" | "secretKey">;

/** The same, or the settings of a stack. */
export interface AccountFlags extends LocationFlags {
  /** Name of the stack; true for the selected one. */
  stack?: string | true;
}

/** The options that say which location is asked, and what holds without them. */
const options: readonly (readonly [flags: string, help: string])[] = [
  ["--region <code>", "region; NCLOUD_REGION, else KR, unless given"],
  ["--platform <word>", "vpc or classic; NCLOUD_SUPPORT_VPC (true, false), else vpc, unless given"],
  ["--site <word>", "public, gov or fin; NCLOUD_SITE, else public, unless given"],
  ["--endpoint <url>", "base URL in front of /api/v1; NCLOUD_API_GW, else the location's own, unless given"],
];

const keysHelp =
  "Keys come from NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY, else from the profile NCLOUD_PROFILE of ~/.ncloud/configure.";

/** Adds the options of every command that asks an account. */
export function locationOptions(command: Command): Command {
  for (const [flags, help] of options) command.option(flags, help);
  return command.addHelpText("after", `\n${keysHelp}`);
}

/** Adds the options of a command that asks an account, or the one of a stack. */
export const accountOptions = (command: Command): Command =>
  locationOptions(command).option(
    "--stack [name]",
    "take the keys and the location from a stack's configuration; the selected stack unless named",
  );

/** The settings among a command's options. */
export const settingsOf = ({ region, platform, site, endpoint }: LocationFlags): Settings => ({
  region,
  platform,
  site,
  endpoint,
});

/** The same over those of the stack, where one is named: the options win. */
export async function accountSettings({ stack, ...location }: AccountFlags): Promise<Settings> {
  const given = Object.entries(settingsOf(location)).filter(([, value]) => value !== undefined);
  const stored = stack === undefined ? {} : await stackSettings(projectOf(stack));
  return { ...stored, ...Object.fromEntries(given) };
}

/** Where a command with these options takes keys from, besides the environment and the file. */
export const keySourceOf = ({ stack }: AccountFlags): KeySource => (stack === undefined ? "option" : "configuration");

/** The project in this folder, with the stack that an option names. */
export const projectOf = (stack: string | true): Project => ({
  cwd: process.cwd(),
  stack: stack === true ? undefined : stack,
});
