import { createHash } from "node:crypto";
import { limits } from "../../services/sourcepipeline/api/limits.ts";

/** What a generated name depends on beside the resource: a pipeline elsewhere is another one, and may stand beside it. */
interface Location {
  readonly region: string;
  readonly platform: string;
  readonly site: string;
}

/**
 * The name of a pipeline whose program gives none: the resource's name as far as the service allows it, and 7 hex
 * characters of a SHA-256, so that it differs from stack to stack and stays the same in one. A pipeline that is made to
 * replace another one gets the next name, so that both can stand side by side.
 *
 * @param held the name of the pipeline that is replaced
 * @example autoname("urn:pulumi:dev::shop::pulumi-nodejs:dynamic/x:Pipeline::main", location) // "main-" and 7 hex characters
 */
export function autoname(urn: string, location: Location, held?: string): string {
  for (let counter = 0; counter < mostReplacements; counter += 1) {
    if (generated(urn, location, counter) === held) return generated(urn, location, counter + 1);
  }
  return generated(urn, location, 0);
}

/** How many replacements in a row are told apart; after that the names begin anew. */
const mostReplacements = 1000;

function generated(urn: string, { region, platform, site }: Location, counter: number): string {
  const key = [urn, region, platform, site, counter].join("\n");
  const suffix = createHash("sha256").update(key).digest("hex").slice(0, 7);
  const room = limits.pipelineName.maximum - suffix.length - 1;
  return `${readablePart(urn).slice(0, room).replace(/-$/, "")}-${suffix}`;
}

/** What is left of the resource's name; a word for the kind when nothing can be read, as of a name in Korean. */
function readablePart(urn: string): string {
  const words = urn
    .slice(urn.lastIndexOf("::") + 2)
    .split(/[^A-Za-z0-9_]+/)
    .filter((word) => word !== "");
  return words.length === 0 ? "pipeline" : words.join("-");
}
