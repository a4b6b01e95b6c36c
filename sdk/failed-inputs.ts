import * as pulumi from "@pulumi/pulumi";
import { publicCodes } from "../provider/core/public-codes.ts";
import { currentRun } from "./program-run.ts";
import { isReported } from "./run-error.ts";
import type { Finding } from "./shared-failures.ts";

/*
 * The SDK does not register a resource with an input that fails. Where programs are functions of one process (the
 * Automation API), nothing stops its engine then, which deletes what the program seems to have no longer. So what fails
 * among the inputs becomes unknown, the resource is registered all the same, and what failed is told apart.
 */

/** Inputs of which none fails, and what would have. */
interface Guarded<Inputs> {
  readonly inputs: Inputs;
  readonly failed: Promise<readonly Finding[]>;
}

/**
 * Lets what fails among inputs be unknown.
 *
 * @param checked the mistakes of the program, which are known first; with one nothing else is waited for
 * @example
 * const { failed } = withoutFailures('Pipeline "shop"', { tasks: [buildTask("build", { project: "shop-apy" })] }, checked);
 * await failed; // [{ subject: 'Pipeline "shop"', line: 'tasks[0].projectId: SourceBuild project "shop-apy" does not exist. …' }]
 */
export function withoutFailures<Inputs extends object>(
  subject: string,
  inputs: Inputs,
  checked: Promise<readonly string[]>,
): Guarded<Inputs> {
  const failures: Promise<Finding | undefined>[] = [];
  const { host, isInline } = currentRun();
  // Where nothing is deleted, an input fails as that of every other class.
  if (host !== "engine") return { inputs, failed: Promise.resolve([]) };

  const guarded = (value: unknown, path: string): unknown => {
    if (pulumi.Output.isInstance(value)) return guardedOutput(value, promiseOf(value), path);
    if (value instanceof Promise) return guardedOutput(value, value, path);
    if (Array.isArray(value)) return value.map((part, index) => guarded(part, `${path}[${String(index)}]`));
    if (!isPlain(value)) return value;
    const parts = Object.entries(value);
    return Object.fromEntries(parts.map(([key, part]) => [key, guarded(part, path === "" ? key : `${path}.${key}`)]));
  };

  const guardedOutput = (given: unknown, promise: Promise<unknown>, path: string): pulumi.Output<unknown> => {
    const failure = promise.then(
      () => undefined,
      (error: unknown) => {
        // The SDK shows the stack of an error of somebody else's, and ends the program with it, where it can.
        if (!isInline && !isToldByMessage(error)) throw error;
        leaveUnhandled(given);
        if (error instanceof Error) told.add(error);
        return { subject, line: lineOf(path, error) };
      },
    );
    failure.catch(() => undefined);
    failures.push(failure.catch(() => undefined));
    const value = checked
      .catch(() => [])
      .then((mistakes): unknown => mistakes.length > 0 || failure.then((found) => found !== undefined))
      .then((isUnknown): unknown => (isUnknown ? pulumi.unknown : given));
    return pulumi.output(value);
  };

  const result = guarded(inputs, "") as Inputs;
  return { inputs: result, failed: Promise.all(failures).then((found) => found.filter((one) => one !== undefined)) };
}

/** Errors that resources of ours were refused with. */
const told = new WeakSet<Error>();

/** Whether a resource tells an error that one of its inputs failed with. */
export const isTold = (error: unknown): boolean => error instanceof Error && told.has(error);

const isToldByMessage = (error: unknown): boolean => error instanceof Error && isReported(error);

/** What is wrong with the account, its keys or the way there is no affair of one property. */
function lineOf(path: string, error: unknown): string {
  if (!(error instanceof Error)) return `${path}: ${String(error)}`;
  if (!isReported(error)) return `${path}: ${error.stack ?? error.message}`;
  const { code } = error as { code?: unknown };
  return ownCodes.has(code) ? `${path}: ${error.message}` : error.message;
}

/** The codes of errors about the arguments of a function. */
const ownCodes: ReadonlySet<unknown> = new Set([publicCodes.lookup, publicCodes.program]);

/** Node would end the process for a promise that nobody handles, and an output has several. */
export function leaveUnhandled(value: unknown): void {
  if (!pulumi.Output.isInstance(value)) return;
  const { isKnown, isSecret } = value as unknown as Record<"isKnown" | "isSecret", Promise<unknown>>;
  for (const promise of [isKnown, isSecret]) promise.catch(() => undefined);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || pulumi.Resource.isInstance(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const promiseOf = (output: pulumi.Output<unknown>): Promise<unknown> =>
  (output as unknown as { promise: () => Promise<unknown> }).promise();
