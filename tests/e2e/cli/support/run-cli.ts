import { join } from "node:path";
import { type Outcome, runCommand } from "../../support/run-command.ts";
import { repository, type Sandbox } from "../../support/sandbox.ts";

/** Runs the command line in a sandbox's project, as a user does in a shell. */
export const cliOf =
  ({ folder, environment }: Sandbox) =>
  (...words: string[]): Promise<Outcome> =>
    runCommand(process.execPath, [join(repository, "cli", "main.ts"), ...words], { cwd: folder, env: environment });
