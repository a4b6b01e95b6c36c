import { createHash } from "node:crypto";
import { limits } from "../api/limits.ts";

/**
 * The name of a pipeline whose program gives none: the resource's name as far as the service allows it, and 7 hex
 * characters of the SHA-256 of its URN, so that it differs from stack to stack and stays the same in one.
 *
 * @example autoname("urn:pulumi:dev::shop::pulumi-nodejs:dynamic/x:Pipeline::main") // "main-" and 7 hex characters
 */
export function autoname(urn: string): string {
  const suffix = createHash("sha256").update(urn).digest("hex").slice(0, 7);
  const resource = urn.slice(urn.lastIndexOf("::") + 2).replaceAll(/[^A-Za-z0-9_-]+/g, "-");
  return `${resource.slice(0, limits.pipelineName.maximum - suffix.length - 1)}-${suffix}`;
}
