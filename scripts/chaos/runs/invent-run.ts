import type { Random } from "../../../emulator/random.ts";
import type { Program } from "../programs/program.ts";
import type { RunSpec } from "./run-spec.ts";

/** Pipelines of somebody else that programs run; each by several. */
export const ranForeign: readonly number[] = [905, 906];

/** Invents a run of a pipeline of the program, or of somebody else. */
export function inventRun({ pipelines }: Program, random: Random): RunSpec {
  const oneOf = <const Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const own = [...pipelines].filter(([, { provider }]) => provider === "default").map(([name]) => name);
  const of = random() < 0.4 || own.length === 0 ? oneOf(...ranForeign) : oneOf(...own);
  return { of, edition: 1, args: inventArgs(random) };
}

/** How a run is waited for. */
export function inventArgs(random: Random): RunSpec["args"] {
  const oneOf = <const Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const waitFor = oneOf(undefined, undefined, "end", "start");
  const ifRunning = oneOf(undefined, "join", "start", "start", "fail");
  return {
    ...(waitFor !== undefined && { waitFor }),
    ...(ifRunning !== undefined && { ifRunning }),
    ...(random() < 0.2 && { retryFailed: true }),
    ...(random() < 0.3 && { cancelOnInterrupt: false }),
  };
}
