import { spawn } from "node:child_process";

/** What a command left behind. */
export interface Outcome {
  code: number | null;
  /** Standard output and standard error, as a person would see them. */
  output: string;
  stdout: string;
}

/**
 * Runs a command to its end.
 *
 * @param interrupt sends SIGINT to its process alone
 */
export function runCommand(
  command: string,
  words: readonly string[],
  { interrupt, ...options }: { cwd: string; env: Record<string, string>; interrupt?: AbortSignal | undefined },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    interrupt?.addEventListener("abort", () => child.kill("SIGINT"), { once: true });
    let output = "";
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, output, stdout });
    });
  });
}
