import * as pulumi from "@pulumi/pulumi";
import { providerPackage } from "./host.ts";

/**
 * How a value that is no `ncloud.Provider` is called in messages; undefined for what the engine takes for one, and where
 * none is given.
 *
 * @example nameOther(new aws.Provider("prod")) // '"prod" (aws)'
 */
export function nameOther(provider: unknown): string | undefined {
  if (provider === undefined || provider === null) return undefined;
  const { __pulumiType: type } = Object(provider) as { __pulumiType?: unknown };
  if (type === `pulumi:providers:${providerPackage()}`) return undefined;
  if (pulumi.Output.isInstance(provider) || provider instanceof Promise) return "an output";
  return typeof type === "string" ? nameProvider(provider) : JSON.stringify(provider);
}

/** How a provider is called in messages, with its package. */
export function nameProvider(provider: unknown): string {
  const { __name: name = "", __pulumiType: type = "" } = provider as { __name?: string; __pulumiType?: string };
  return `"${name}" (${type.replace("pulumi:providers:", "")})`;
}
