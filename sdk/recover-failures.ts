import * as pulumi from "@pulumi/pulumi";
import { LookupError } from "../provider/core/validation/find-by-name.ts";
import { currentRun } from "./program-run.ts";
import { isReported } from "./run-error.ts";

/** Errors that name a resource already: one output may be used by many. */
const named = new WeakSet<Error>();

/** Notes that an error says which resources it is about. */
export function namesItsResources<Given extends Error>(error: Given): Given {
  named.add(error);
  return error;
}

/** Arguments in which the failure of a function is a value that is not known, and what failed. */
interface Recovered {
  readonly args: pulumi.Inputs;
  /** The errors, each once, when all of the arguments have ended. */
  readonly errors: () => Promise<readonly Error[]>;
}

/**
 * Lets a resource go on whose arguments hold the failure of a function, so that what else is wrong is found, too. What
 * the failure says about the arguments of the function is said of where it stands: the engine only knows the property.
 *
 * @param note is told once of an error, with a line about it
 * @example recoverFailures({ tasks: [buildTask("build", { project: "shop-apy" })] }, 'Pipeline "shop"', note)
 * // note: "tasks[0].projectId: SourceBuild project "shop-apy" does not exist. …"
 */
export function recoverFailures(args: pulumi.Inputs, subject: string, note: (line: string) => void): Recovered {
  if (currentRun().host !== "engine") return { args, errors: () => Promise.resolve([]) };
  const failures: Promise<Error | undefined>[] = [];
  return {
    args: recovered(args, "") as pulumi.Inputs,
    errors: async () => [...new Set((await Promise.all(failures)).flatMap((error) => error ?? []))],
  };

  function recovered(value: unknown, path: string): unknown {
    if (pulumi.Output.isInstance(value) || value instanceof Promise) {
      const failure = reportedBy(value);
      failures.push(failure.then((error) => (error === undefined ? error : noted(error, path))));
      return pulumi.output(failure.then((error): unknown => (error === undefined ? value : pulumi.unknown)));
    }
    if (Array.isArray(value)) return value.map((part, index) => recovered(part, `${path}[${String(index)}]`));
    if (typeof value !== "object" || value === null || pulumi.Resource.isInstance(value)) return value;
    const parts = Object.entries(value as Readonly<Record<string, unknown>>);
    return Object.fromEntries(parts.map(([key, part]) => [key, recovered(part, path === "" ? key : `${path}.${key}`)]));
  }

  function noted(error: Error, path: string): Error {
    if (named.has(error)) return error;
    namesItsResources(error);
    const { message } = error;
    // What is wrong with the account, its keys or the way there is no affair of one resource.
    const isOwn = error instanceof LookupError;
    note(isOwn ? `${path}: ${message}` : message);
    if (isOwn) error.message = `${subject}, ${path}: ${message}`;
    return error;
  }
}

/** The error with which a function of ours has failed; other errors are left to the SDK. */
async function reportedBy(value: unknown): Promise<Error | undefined> {
  try {
    await (pulumi.Output.isInstance(value) ? partsOf(value) : value);
    return undefined;
  } catch (error) {
    return error instanceof Error && isReported(error) ? error : undefined;
  }
}

/** All that an output promises: what nobody waits for would end the program when it fails. */
function partsOf(output: pulumi.Output<unknown>): Promise<unknown> {
  const { isKnown, isSecret } = output as unknown as Record<"isKnown" | "isSecret", Promise<boolean>>;
  const value = (output as unknown as { promise: () => Promise<unknown> }).promise();
  return Promise.all([value, isKnown, isSecret, pulumi.getAllResources(output)]);
}
