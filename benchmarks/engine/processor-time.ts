import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, on every machine that Node runs on. */
const tickMs = 10;

/**
 * Processor time that ended child processes took, theirs included, in milliseconds; not a number except on Linux.
 * Unlike the time on the clock it hardly depends on what else the machine does.
 */
export function processorTimeOfChildren(): number {
  try {
    const [, fields = ""] = readFileSync("/proc/self/stat", "utf8").split(/\) (?=\w )/);
    // cutime and cstime: fields 16 and 17 of proc(5); the text after the name begins with field 3.
    const [user, system] = fields.split(" ").slice(13, 15).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) * tickMs;
  } catch {
    return Number.NaN;
  }
}
