import type { Context } from "mocha";

/** Skips a test, or all of a block from its `before`, and says why: a machine without a toolchain is no failure. */
export function skipBecause(test: Context, reason: string): never {
  process.stderr.write(`      not run: ${reason}\n`);
  return test.skip();
}
