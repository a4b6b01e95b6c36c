import { cpus, release, totalmem, type } from "node:os";
import type { Machine } from "./report.ts";

/** The machine that measures, as far as it matters. */
export function thisMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
  };
}
