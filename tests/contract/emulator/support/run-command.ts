import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../../cli/main.ts", import.meta.url));

/** `sourcepipeline emulator` in a process of its own. */
export interface RunningCommand {
  readonly pid: number;
  /** What it said on standard output; undefined when it ended without a line. */
  readonly ready: { url: string; accessKey: string; secretKey: string } | undefined;
  /** Sends a signal and waits for the end. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
  readonly exit: Promise<number | null>;
  /** What it wrote on standard error so far. */
  readonly errors: () => string;
}

/** Runs the command to its first line, or to its end where it has none. */
export async function runCommand(args: string[], env: Record<string, string> = {}): Promise<RunningCommand> {
  const child = spawn(process.execPath, [main, "emulator", ...args], { env: { ...process.env, ...env } });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, "close").then(([code]) => code as number | null);
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line").then(([line]) => String(line)), exit.then(() => undefined)]);
  return {
    pid: child.pid ?? 0,
    ready: first === undefined ? undefined : (JSON.parse(first) as RunningCommand["ready"]),
    stop: (signal) => {
      child.kill(signal);
      return exit;
    },
    exit,
    errors: () => errors,
  };
}
