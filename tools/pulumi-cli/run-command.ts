import { spawn } from "node:child_process";
import type { Context } from "./context.ts";

/** How a command ended. */
export interface Outcome {
  ok: boolean;
  output: string;
  /** The end of its error output, or why it could not be started. */
  complaint: string;
}

export interface Settings {
  directory?: string;
  /** Added to the environment of the context. */
  variables?: Record<string, string>;
  timeoutMs?: number;
}

/** Runs a command to its end and never throws for its failure; only the context's signal makes it throw. */
export async function runCommand(
  { environment, signal }: Pick<Context, "environment" | "signal">,
  [command, ...parameters]: readonly [string, ...string[]],
  { directory, variables, timeoutMs }: Settings = {},
): Promise<Outcome> {
  signal.throwIfAborted();
  // Not the option of that name: of a program that cannot be started it keeps its timer, and this process, alive.
  const limit = timeoutMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const child = spawn(command, parameters, {
    cwd: directory,
    env: { ...environment, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
    signal: limit,
    // Go passes an interrupt on to its compilers, and leaves them behind on other signals.
    killSignal: "SIGINT",
  });
  const output: string[] = [];
  const complaints: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));

  const outcome = await new Promise<Outcome>((resolve) => {
    child.on("error", ({ message }) => {
      // Whatever it left running must not keep this process alive.
      child.unref();
      child.stdout.destroy();
      child.stderr.destroy();
      const complaint = limit.aborted ? `${command} did not end within ${(timeoutMs ?? 0) / 1000} s` : message;
      resolve({ ok: false, output: "", complaint });
    });
    child.on("close", (status, ended) => {
      const complaint = lastLines(complaints.join(""), 5) || `ended with ${status ?? ended ?? "no status"}`;
      resolve({ ok: status === 0, output: output.join(""), complaint });
    });
  });
  signal.throwIfAborted();
  return outcome;
}

const lastLines = (text: string, count: number): string => text.trim().split("\n").slice(-count).join("\n");
