import * as pulumi from "@pulumi/pulumi";
import { outputsIn } from "./pending.ts";
import { isReported } from "./run-error.ts";

/** Errors that name a resource already: one output may be used by many. */
const named = new WeakSet<Error>();

/** Notes that an error says which resources it is about. */
export function namesItsResources<Given extends Error>(error: Given): Given {
  named.add(error);
  return error;
}

/**
 * Lets the failure of a function say which resource it stands in, and where: the engine only knows the property.
 *
 * @example nameFailures('Pipeline "shop"', { tasks: [buildTask("build", { project: "shop-apy" })] })
 * // Pipeline "shop", tasks[0].projectId: SourceBuild project "shop-apy" does not exist. …
 */
export function nameFailures(subject: string, args: object): void {
  for (const { path, output } of outputsIn(args, "")) {
    promiseOf(output).catch((error: unknown) => {
      if (!(error instanceof Error) || !isReported(error) || named.has(error)) return;
      namesItsResources(error);
      error.message = `${subject}, ${path}: ${error.message}`;
    });
  }
}

const promiseOf = (value: unknown): Promise<unknown> =>
  pulumi.Output.isInstance(value)
    ? (value as unknown as { promise: () => Promise<unknown> }).promise()
    : (value as Promise<unknown>);
