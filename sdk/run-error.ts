import * as pulumi from "@pulumi/pulumi";

/**
 * An error that ends the program with its message alone. Of a RunError the engine shows no stack, except where one of
 * its two handlers comes first: an empty stack leaves that one nothing to show.
 */
export function runError(message: string): pulumi.RunError {
  return Object.assign(new pulumi.RunError(message), { stack: "" });
}
