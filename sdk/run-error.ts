import * as pulumi from "@pulumi/pulumi";
import { publicCodes } from "../provider/core/public-codes.ts";

/**
 * An error that ends the program with its message alone. Of a RunError the engine shows no stack, except where one of
 * its two handlers comes first: an empty stack leaves that one nothing to show.
 */
export function runError(message: string): pulumi.RunError {
  return shownByMessage(Object.assign(new pulumi.RunError(message), { stack: "", code: publicCodes.program }));
}

/** Lets an error of another class, which it keeps, end the program with its message alone. */
export function shownByMessage<Given extends Error>(error: Given): Given {
  ignoreLateHandling();
  const mark = { value: true, configurable: true };
  return Object.defineProperties(error, { __pulumiRunError: mark, [reportedKey]: mark });
}

/** Whether an error is one that ends the program with its message alone. */
export const isReported = (error: object): boolean => reportedKey in error;

/** Marks the errors of all copies of the package. */
const reportedKey = Symbol.for("pulumi-ncloud-sourcepipeline.reported");

/** Whether a copy of the package listens already. */
const registry = globalThis as { [listenerKey]?: boolean };
const listenerKey = Symbol.for("pulumi-ncloud-sourcepipeline.late-handling");

/**
 * All that is made from a failed output fails with the same error, and the SDK looks at some of it only after Node has
 * reported it: at the program's outputs, for example. Node would warn of each such promise, below the error itself.
 * With a listener it leaves the warning to that: of other errors it is given as Node gives it.
 */
function ignoreLateHandling(): void {
  if (registry[listenerKey]) return;
  registry[listenerKey] = true;
  process.on("rejectionHandled", (promise) => {
    promise.catch((error: unknown) => {
      if (typeof error === "object" && error !== null && reportedKey in error) return;
      process.emitWarning("Promise rejection was handled asynchronously", "PromiseRejectionHandledWarning");
    });
  });
}
