import { cliDirectory } from "./cli-directory.ts";
import { cliVersion, oldestCli, oldestGo } from "./cli-version.ts";

/** There is no Pulumi CLI and no way to get one; the message names what was tried and every way out. */
export class NoCliError extends Error {
  override name = "NoCliError";

  constructor(environment: NodeJS.ProcessEnv, reasons: readonly string[]) {
    super(
      [
        `There is no Pulumi CLI here, and none could be had (release ${cliVersion} for ${cliDirectory(environment)}):`,
        ...reasons.map((reason) => `  - ${reason}`),
        "Do one of these and try again:",
        `  - put a pulumi of version ${oldestCli} or newer on PATH (https://www.pulumi.com/docs/install/)`,
        "  - allow the download from get.pulumi.com",
        `  - install Go ${oldestGo} or newer, or Python 3 with venv, so that it can be built from Go modules`,
      ].join("\n"),
    );
  }
}
