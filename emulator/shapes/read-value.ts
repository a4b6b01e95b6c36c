import type * as z from "zod";
import { describeIssue, problemsOf } from "./describe-issue.ts";
import { ShapeError } from "./shape-error.ts";

/**
 * Reads a whole value: a file that somebody wrote, an option, the body of an admin call.
 *
 * @param what names it in the message: "seed.json".
 * @throws ShapeError with every problem and its path.
 */
export function readValue<Shape extends z.ZodType>(what: string, shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value, { error: describeIssue });
  if (parsed.success) return parsed.data;
  throw new ShapeError(what, problemsOf(parsed.error.issues));
}
