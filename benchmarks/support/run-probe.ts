import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Runs a program in a process of its own, as an ES module in a folder, and reads the JSON that it prints.
 *
 * @example await runProbe<{ sum: number }>("console.log(JSON.stringify({ sum: 1 + 1 }))", { cwd: repository, env: process.env })
 */
export async function runProbe<Result>(
  program: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], options);
  return JSON.parse(stdout) as Result;
}
