import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { builtCliDirectory } from "../pulumi-cli/cli-directory.ts";
import { withLock } from "../pulumi-cli/cli-lock.ts";
import { type Context, processContext } from "../pulumi-cli/context.ts";
import { withProgress } from "../pulumi-cli/progress.ts";
import { runCommand } from "../pulumi-cli/run-command.ts";
import type { Found } from "./build-part.ts";

/** What an SDK in Python depends on, and what installs it without a download. */
const packages = ["pulumi==3.270.0", "parver==1.0.1.post0", "semver==3.1.2", "setuptools==84.2.1"];

/** Stands in an environment in which everything is. */
const complete = "complete.txt";

const windows = process.platform === "win32";

/**
 * Makes sure that there is a virtual environment of Python with Pulumi's SDK, kept beside the language hosts. Says
 * nothing when it is there.
 *
 * @returns the folder of its programs, or why there is none
 * @example const { directory } = await ensurePython();
 */
export async function ensurePython(context: Context = processContext()): Promise<Found> {
  const { ok, output, complaint } = await runCommand(context, ["python3", "--version"], { timeoutMs: 20_000 });
  if (!ok) return { reason: complaint.includes("ENOENT") ? "there is no python3 on PATH" : `python3: ${complaint}` };

  const made = createHash("sha256")
    .update(`${output} ${packages.join(" ")}`)
    .digest("hex")
    .slice(0, 8);
  const home = join(dirname(builtCliDirectory(context.environment)), "languages", `python-environment-${made}`);
  const directory = join(home, windows ? "Scripts" : "bin");
  if (existsSync(join(home, complete))) return { directory };
  return withLock(context, `${home}.lock`, () => install(context, home, directory), "Pulumi's SDK of Python");
}

async function install(context: Context, home: string, directory: string): Promise<Found> {
  // Whoever held the lock before may have made it.
  if (existsSync(join(home, complete))) return { directory };
  // Half of one is in the way; its programs know their own path, so it cannot be made elsewhere and moved.
  await rm(home, { recursive: true, force: true });
  return withProgress(context, "Installing Pulumi's SDK of Python", async () => {
    const python = join(directory, windows ? "python.exe" : "python");
    const steps: readonly { what: string; command: readonly [string, ...string[]] }[] = [
      { what: "python3 -m venv", command: ["python3", "-m", "venv", home] },
      { what: "pip install", command: [python, "-m", "pip", "install", "--quiet", ...packages] },
    ];
    for (const { what, command } of steps) {
      const { ok, complaint } = await runCommand(context, command, {
        variables: { PIP_DISABLE_PIP_VERSION_CHECK: "1" },
      });
      if (!ok) return { reason: `${what}: ${complaint}` };
    }
    await writeFile(join(home, complete), `${packages.join("\n")}\n`);
    return { directory };
  });
}
