import { cliDirectory, isComplete } from "./cli-directory.ts";
import { cliVersion } from "./cli-version.ts";
import type { Context } from "./context.ts";
import { runCommand } from "./run-command.ts";

const downloadTimeoutMs = 10 * 60_000;

/** Has the vendor's launcher download the release; answers why not where that is impossible. */
export async function downloadCli(context: Context): Promise<{ directory: string } | { reason: string }> {
  const obstacle = await probe(context);
  if (obstacle !== undefined) return { reason: `${context.installerUrl} cannot be reached: ${obstacle}` };

  context.say(`Downloading the Pulumi CLI ${cliVersion} (once).`);
  const { ok, complaint } = await runCommand(context, [process.execPath, context.launcher, "version"], {
    // The launcher would follow a PULUMI_VERSION of the user's to another folder.
    variables: { PULUMI_VERSION: cliVersion, PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeoutMs: downloadTimeoutMs,
  });
  const directory = cliDirectory(context.environment);
  if (ok && isComplete(directory)) return { directory };
  return { reason: `the download failed: ${ok ? `${directory} is not complete` : complaint}` };
}

/** Why the vendor's site cannot be reached; undefined when it answers. */
async function probe({ installerUrl, installerTimeoutMs, signal }: Context): Promise<string | undefined> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(installerTimeoutMs)]);
    const response = await fetch(installerUrl, { method: "HEAD", signal: limit });
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    signal.throwIfAborted();
    return describe(error);
  }
}

/** fetch hides the reason in the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
