import { LookupError } from "../provider/core/validation/find-by-name.ts";
import { currentRun } from "./program-run.ts";

/*
 * A missing key, a refused one and an endpoint that nobody answers at meet every function and every resource of a
 * program, each with an error of its own. The SDK shows an error once, however often it comes.
 */

/**
 * What is the same in all messages about one trouble with an account: which list was asked for is not.
 *
 * @example accountKey('Could not list SourceBuild projects at 127.0.0.1:4600: …') // "127.0.0.1:4600: …"
 */
export const accountKey = (message: string): string => message.replace(/^Could not .*? at (?=\S+: )/, "");

/** The error to end a resource with, of those that functions have failed with; undefined where there are none. */
export function failureOf(errors: readonly Error[]): Error | undefined {
  const [only, ...more] = [...new Set(errors.map(firstOfItsKind))];
  // Nobody waits for the others: the SDK shows what nobody handles, each error once.
  for (const error of more) void Promise.reject(error);
  return only;
}

/** The first error of this run that says the same, where it is about the account. */
function firstOfItsKind(error: Error): Error {
  if (error instanceof LookupError) return error;
  const { key: run } = currentRun();
  const errors = ofRuns.get(run) ?? new Map<string, Error>();
  ofRuns.set(run, errors);
  const key = accountKey(error.message);
  const first = errors.get(key) ?? error;
  errors.set(key, first);
  return first;
}

const ofRuns = new WeakMap<object, Map<string, Error>>();
