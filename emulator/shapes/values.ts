import * as z from "zod";
import { show } from "./describe-issue.ts";

/*
 * Shapes of single values in what people give the emulator: seeds, options, bodies of admin calls. (The wire's schemas
 * are in `provider/services/<service>/api`; these are the emulator's own.)
 */

/** Says what was expected; it completes "expected …". */
export const expected = (what: string) => ({
  error: ({ input }: { input?: unknown }) => `expected ${what}, got ${show(input)}`,
});

const isFilled = expected("a string that is not empty");
const isPositive = expected("a whole number above 0");
const isAmount = expected("a number from 0");

export const nonEmptyString = z.string(isFilled).min(1, isFilled);
export const whole = z.int();
export const positive = z.int(isPositive).positive(isPositive);
export const amount = z.number(isAmount).min(0, isAmount);

export function between(least: number, most: number) {
  const error = expected(`a number from ${least} to ${most}`);
  return z.number(error).min(least, error).max(most, error);
}

/** A string that passes a test; `what` completes "expected …". */
export function stringThat(what: string, accepts: (value: string) => boolean) {
  const error = expected(what);
  return z.string(error).refine(accepts, error);
}

export const instant = stringThat(
  'an ISO time such as "2026-01-31T09:00:00Z"',
  (value) => !Number.isNaN(Date.parse(value)),
);

/** A list, empty when left out. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).default(() => []);
