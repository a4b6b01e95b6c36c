import { createHash } from "node:crypto";
import type { Location } from "../location.ts";

/** How names of a kind of resource are made. */
export interface Naming {
  /** Characters that a name can have. */
  readonly maximum: number;
  /** Word for a resource of whose own name nothing can be read. */
  readonly noun: string;
}

/**
 * The name of a resource whose program gives none: the resource's name as far as the service allows it, and 7 hex
 * characters of a SHA-256, so that it differs from stack to stack and stays the same in one. A resource that is made to
 * replace another one gets the next name, so that both can stand side by side.
 *
 * @param held the name of the resource that is replaced
 * @example autoname("urn:pulumi:dev::shop::pulumi-nodejs:dynamic/x:Pipeline::main", location, { maximum: 30, noun: "pipeline" }) // "main-" and 7 hex characters
 */
export function autoname(urn: string, location: Location, naming: Naming, held?: string): string {
  for (let counter = 0; counter < mostReplacements; counter += 1) {
    if (generated(urn, location, naming, counter) === held) return generated(urn, location, naming, counter + 1);
  }
  return generated(urn, location, naming, 0);
}

/** How many replacements in a row are told apart; after that the names begin anew. */
const mostReplacements = 1000;

function generated(
  urn: string,
  { region, platform, site }: Location,
  { maximum, noun }: Naming,
  counter: number,
): string {
  const key = [urn, region, platform, site, counter].join("\n");
  const suffix = createHash("sha256").update(key).digest("hex").slice(0, 7);
  const room = maximum - suffix.length - 1;
  return `${readablePart(urn, noun).slice(0, room).replace(/-$/, "")}-${suffix}`;
}

/** What is left of the resource's name; a word for the kind when nothing can be read, as of a name in Korean. */
function readablePart(urn: string, noun: string): string {
  const words = urn
    .slice(urn.lastIndexOf("::") + 2)
    .split(/[^A-Za-z0-9_]+/)
    .filter((word) => word !== "");
  return words.length === 0 ? noun : words.join("-");
}
