import type { ErrorCode } from "../public-codes.ts";
import { publicCodes } from "../public-codes.ts";
import type { Named } from "./nearest.ts";
import { doesNotExist, suggestExisting } from "./nearest.ts";

/** A name that stands for nothing, or for more than one thing. */
export class LookupError extends Error {
  override name = "LookupError";
  /** Stable. */
  readonly code: ErrorCode = publicCodes.lookup;
  // Pulumi prints stacks; this one would say nothing to a user.
  override stack = "";

  /** By the code: a program may hold the class of another copy of the package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && (value as { code?: unknown }).code === publicCodes.lookup;
  }
}

/**
 * The one item with a name.
 *
 * @param kind what the items are, for messages: "build project"
 * @param within what they belong to, for messages: `SourceDeploy project "shop"`
 * @param ifEmpty what to do where there are no items at all, a sentence
 * @throws LookupError with the nearest names, or with all ids when the name is not unique
 * @example findByName(await lists.buildProjects(), "shop-api", "build project")
 */
export function findByName<Item extends Named>(
  items: readonly Item[],
  name: string,
  kind: string,
  within?: string,
  ifEmpty?: string,
): Item {
  const [item, ...others] = items.filter((candidate) => candidate.name === name);
  if (item === undefined) {
    const hint = (items.length === 0 ? ifEmpty : undefined) ?? suggestExisting(name, items);
    throw new LookupError(`${doesNotExist(kind, name, within)}. ${hint}`);
  }
  if (others.length === 0) return item;
  const ids = [item, ...others].map(({ id }) => String(id)).join(", ");
  const owner = within === undefined ? "" : ` in ${within}`;
  throw new LookupError(
    `More than one ${kind}${owner} is named "${name}": ids ${ids}. Use the id of the one you mean.`,
  );
}

/**
 * The items whose name contains a string, whatever the case; all without one.
 *
 * @example withNameLike([{ name: "shop-api" }], "API") // [{ name: "shop-api" }]
 */
export function withNameLike<Item extends Pick<Named, "name">>(items: readonly Item[], search = ""): Item[] {
  const wanted = search.toLowerCase();
  return items.filter(({ name }) => name.toLowerCase().includes(wanted));
}
