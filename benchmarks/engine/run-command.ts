import { spawn } from "node:child_process";
import { processorTimeOfChildren } from "./processor-time.ts";

/** What a command took, in milliseconds. */
export interface Cost {
  /** On the clock. */
  wall: number;
  /** Of processors, all its processes together; not a number where that cannot be known. */
  processor: number;
}

/** Runs a command to its end. Only one may run at a time: the processor time is that of all that ended meanwhile. */
export function runCommand(
  command: string,
  words: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const before = { wall: performance.now(), processor: processorTimeOfChildren() };
    const child = spawn(command, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      const wall = performance.now() - before.wall;
      const processor = processorTimeOfChildren() - before.processor;
      if (code === 0) resolve({ wall, processor });
      else reject(new Error(`${command} ${words.join(" ")} ended with ${String(code)}:\n${output}`));
    });
  });
}
