/** What somebody gave the emulator has not the form it should have; the message names every problem with its path. */
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
