import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Told by each Node process when it ends; the engine ends plugins with SIGINT. */
const preload = `
const { appendFileSync } = require("node:fs");
process.on("SIGINT", () => process.exit());
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.PROCESSOR_TIMES, (user + system) / 1000 + "\\n");
});
`;

/** Processor time of the Node processes of a command: program and plugin, without the engine itself. */
export interface NodeProcesses extends Disposable {
  /** What makes the processes tell their time. */
  readonly environment: Record<string, string>;
  /** Runs a command, and tells what its Node processes took, in milliseconds. */
  readonly timeOf: (command: () => Promise<unknown>) => Promise<number>;
}

export function nodeProcesses(): NodeProcesses {
  const folder = mkdtempSync(join(tmpdir(), "sourcepipeline-"));
  const [script, times] = [join(folder, "preload.cjs"), join(folder, "times")];
  writeFileSync(script, preload);
  return {
    environment: { NODE_OPTIONS: `--require ${script}`, PROCESSOR_TIMES: times },
    timeOf: async (command) => {
      writeFileSync(times, "");
      await command();
      return readFileSync(times, "utf8")
        .split("\n")
        .reduce((sum, line) => sum + Number(line), 0);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
