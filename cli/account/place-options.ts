import type { Command } from "commander";
import type { Settings } from "../../provider/config/settings.ts";

/** Where to look, as flags; keys are no flags, because process lists show those. */
export type PlaceFlags = Omit<Settings, "accessKey" | "secretKey">;

/** Adds the options of every command that asks an account without a stack. */
export function placeOptions(command: Command): Command {
  return command
    .option("--region <code>", "region; NCLOUD_REGION, else KR, unless given")
    .option("--platform <word>", "vpc or classic; NCLOUD_SUPPORT_VPC (true, false), else vpc, unless given")
    .option("--site <word>", "public, gov or fin; NCLOUD_SITE, else public, unless given")
    .option("--endpoint <url>", "base URL in front of /api/v1; NCLOUD_API_GW, else the place's own, unless given")
    .addHelpText("after", `\n${keysHelp}`);
}

const keysHelp =
  "Keys come from NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY, else from the profile NCLOUD_PROFILE of ~/.ncloud/configure.";

/** The settings among a command's flags. */
export const settingsOf = ({ region, platform, site, endpoint }: PlaceFlags): Settings => ({
  region,
  platform,
  site,
  endpoint,
});
