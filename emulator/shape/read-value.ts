import type { Place, Reader } from "./shape.ts";

/** What somebody gave the emulator has not the form it should have; the message names every place. */
export class ShapeError extends Error {
  /** Tells it from other errors. */
  override readonly name = "ShapeError";
  /** One sentence for each mistake, with its path. */
  readonly problems: readonly string[];

  constructor(what: string, problems: readonly string[]) {
    super(`${what} cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Reads a whole value.
 *
 * @param what names it in the message: "seed.json".
 * @throws ShapeError with every problem.
 */
export function readValue<Value>(what: string, reader: Reader<Value>, value: unknown): Value {
  const whole: Place = { path: "", problems: [] };
  const read = reader(value, whole);
  if (whole.problems.length > 0) throw new ShapeError(what, whole.problems);
  return read;
}
