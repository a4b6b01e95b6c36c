import * as pulumi from "@pulumi/pulumi";

/**
 * What `pulumi.createUrn` says, as a plain text: an output would carry its parent, and a dependency on a component is
 * one on all that is made inside it. Without a parent at once, which takes a good part of a constructor's time.
 *
 * @example urnOf(resourceType, "shop", undefined) // "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/…:Pipeline::shop"
 */
export function urnOf(type: string, name: string, parent: pulumi.Resource | undefined): string | Promise<string> {
  if (parent !== undefined) {
    const urn = pulumi.createUrn(name, type, parent) as unknown as { promise: () => Promise<string> };
    return urn.promise();
  }
  return `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${type}::${name}`;
}
