import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Sandbox } from "./sandbox.ts";

/** A command of the engine that goes on while a test looks on. */
export interface Command {
  interrupt(): void;
  kill(): void;
  ended: Promise<{ output: string }>;
}

/** Starts a command; in a terminal of its own, Ctrl-C is a key. */
export function start(
  { folder, environment }: Sandbox,
  terminal: boolean,
  verb: readonly string[] = ["up", "--yes", "--skip-preview"],
): Command {
  const words = ["pulumi", ...verb, "--non-interactive"];
  const [command = "", ...rest] = terminal ? ["script", "-qec", words.join(" "), "/dev/null"] : words;
  const child: ChildProcess = spawn(command, rest, {
    cwd: folder,
    env: environment,
    stdio: ["pipe", "pipe", "pipe"],
    // A process group of its own: a signal must not reach this test.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return {
    interrupt: () => {
      if (terminal) child.stdin?.write("\u0003");
      else child.kill("SIGINT");
    },
    kill: () => child.kill("SIGKILL"),
    // Not "close": processes that outlive the command could keep its output open.
    ended: new Promise((resolve) => child.on("exit", () => resolve({ output }))),
  };
}

/** The processes of plugins that work in a folder end by themselves. */
export const noPluginLeft = (folder: string): Promise<void> => plugins(folder, 0);

/** Waits until so many processes of plugins work in a folder. */
async function plugins(folder: string, count: number): Promise<void> {
  if (!existsSync("/proc")) return;
  await eventually(() => Promise.resolve(readdirSync("/proc").filter((id) => isPlugin(id, folder)).length === count));
}

function isPlugin(id: string, folder: string): boolean {
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
    return readlinkSync(`/proc/${id}/cwd`) === folder && command.includes("dynamic-provider");
  } catch {
    return false;
  }
}

/** Asks every 50 ms, for at most 30 s. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to pass within 30 s.");
}
