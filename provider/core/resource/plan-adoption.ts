import { keyOf, type Listed } from "../resource-list.ts";
import type { Session } from "../session.ts";
import { findToAdopt } from "./adopt.ts";
import { isUnknown, unknownValue } from "../validation/unknown.ts";
import { adoptionError, adoptionRules, type AdoptOption } from "./adoption-rules.ts";
import { movedBy } from "./diff.ts";
import type { OperationContext } from "./operation-context.ts";
import { adoptionKey } from "./owners.ts";
import { type AnyResourceType, titleOf } from "./resource-type.ts";
import type { CheckedInputs, PriorState } from "./state.ts";
import { changedProperties } from "./update-content.ts";

/** What check knows of an adoption before the inputs are in canonical form. */
interface WantedAdoption {
  readonly name: unknown;
  readonly adopt: unknown;
  readonly urn: string | undefined;
  /** How the program says what is adopted. */
  readonly option: AdoptOption;
}

/**
 * What `adopt` means for a resource. Once it is managed, how it came to be means nothing any more; but what replaces it
 * is created, or adopted, as the program says, and an id that was adopted once is not adopted again.
 */
export function adoptFor(
  type: AnyResourceType,
  prior: PriorState,
  wanted: WantedAdoption,
  session: Session,
): CheckedInputs["adopt"] {
  const isManaged = prior.name !== undefined;
  const { name } = wanted;
  return isManaged && movedBy(type, prior, { ...session.location, name }).length === 0
    ? prior.adopt
    : adoptForNew(type, prior, wanted, session);
}

/** The same of a resource that is new, or replaces the prior one. */
export function adoptForNew(
  type: AnyResourceType,
  prior: PriorState,
  { adopt: wanted, urn = "", option }: WantedAdoption,
  session: Session,
): CheckedInputs["adopt"] {
  const { journal } = type.list(session);
  // For a replacement the engine checks twice, and the second time as if nothing had been there before.
  const former = typeof prior.adopt === "string" ? type.parseId(prior.adopt) : undefined;
  if (former !== undefined) journal.release(former, urn);
  // What will be adopted shows when it is known: until then nothing is asked about it.
  if (isUnknown(wanted)) return unknownValue;
  const adopt = parseAdopt(type, wanted, option);
  const key = typeof adopt === "string" ? type.parseId(adopt) : undefined;
  return key !== undefined && journal.isReleased(key, urn) ? undefined : adopt;
}

/**
 * Keeps what was adopted from another resource alive: when the command that adopted it failed elsewhere, that resource
 * is deleted by a later one.
 */
export function claimAdopted(
  type: AnyResourceType,
  prior: PriorState,
  { adopt, name }: CheckedInputs,
  { session, owners }: OperationContext,
): void {
  if (adopt === undefined || adopt !== prior.adopt) return;
  const { journal } = type.list(session);
  const key = adopt === true ? undefined : type.parseId(adopt);
  journal.claim(key === undefined ? { name } : { key });
  if (key !== undefined) owners.take(adoptionKey(type.noun, key, session), name);
}

/** The argument `adopt`: true, or an id; the option `import`: an id. */
function parseAdopt(type: AnyResourceType, given: unknown, option: AdoptOption): CheckedInputs["adopt"] {
  if (given === undefined || given === null || given === false) return undefined;
  if (given === true) return true;
  const id = typeof given === "number" ? String(given) : given;
  if (typeof id === "string" && type.parseId(id) !== undefined) return id;
  const [isWhat, other] = option === "adopt" ? ["neither true nor", "true, or "] : ["not", ""];
  const message = `The value is ${isWhat} the id of a ${type.noun}.`;
  throw adoptionError(adoptionRules.NCSP115, option, message, `Give ${other}an id such as "${type.exampleId}".`);
}

/**
 * What the resource option `import` promises beside the adoption, and what every adoption needs where nothing can be
 * changed in place: that the program says what the resource is.
 *
 * @param option how the program says it: `import` or `adopt`
 * @throws ResourceError that names the properties that differ
 */
export async function refuseOtherContent(
  type: AnyResourceType,
  inputs: CheckedInputs,
  option: AdoptOption,
  context: OperationContext,
): Promise<void> {
  const found = await findToAdopt(type, inputs, context, option);
  if (!found) return;
  const changed = changesBy(type, inputs, found);
  if (changed.length === 0) return;
  const id = String(keyOf(found));
  const differs = `${titleOf(type, found.name, id)} differs from the program in ${changed.join(", ")}`;
  throw type.update === undefined
    ? adoptionError(adoptionRules.NCSP117, option, `${differs}, and a ${type.noun} cannot be changed in place.`)
    : adoptionError(
        adoptionRules.NCSP117,
        option,
        `${differs}.`,
        `Change the program, or change the ${type.noun}: the argument adopt: "${id}" instead of the option import ` +
          "adopts it and gives it the content of the program.",
      );
}

/** The properties that the program changes about a resource. */
function changesBy(type: AnyResourceType, inputs: CheckedInputs, found: Listed): readonly string[] {
  const actual = type.fromRemote(found, inputs);
  const written = type.suppressEquivalent(actual, inputs, { order: "program" });
  return changedProperties(type, written, actual);
}

/** Reports at preview what will be adopted, and what will change about it. */
export async function describeAdoption(
  type: AnyResourceType,
  inputs: CheckedInputs,
  context: OperationContext,
  urn: string | undefined,
): Promise<void> {
  const found = await findToAdopt(type, inputs, context);
  if (!found) return;
  const changed = changesBy(type, inputs, found);
  const effect = changed.length === 0 ? "It stays as it is." : `This changes: ${changed.join(", ")}.`;
  const message = `${titleOf(type, found.name, keyOf(found))} will be adopted by this stack. ${effect}`;
  context.report("note", message, urn);
}
