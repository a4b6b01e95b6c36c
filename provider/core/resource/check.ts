import { isDeepStrictEqual } from "node:util";
import { search } from "../cached-list.ts";
import { keyOf } from "../resource-list.ts";
import type { Host } from "../session.ts";
import { isError, type Problem } from "../validation/problem.ts";
import { withoutSilenced } from "../validation/silence.ts";
import { isUnknown, unknownValue } from "../validation/unknown.ts";
import { adoptionError, adoptionRules, removing } from "./adoption-rules.ts";
import { autoname } from "./autoname.ts";
import { replacedBy } from "./diff.ts";
import { factsOf, withAccountProblems } from "./check-account.ts";
import { refuseUnprovenReplacement } from "./identity.ts";
import { createHolders, createReplaced, holderOf, nameIsTaken } from "./names.ts";
import type { OperationContext } from "./operation-context.ts";
import { nameKey } from "./owners.ts";
import { adoptFor, adoptForNew, claimAdopted, describeAdoption, refuseOtherContent } from "./plan-adoption.ts";
import { reportWarnings } from "./report-warnings.ts";
import type { CheckRequest, StoredResource } from "./request.ts";
import { type AnyResourceType, type CheckFacts, type Inputs, titleOf } from "./resource-type.ts";
import { type CheckedInputs, inputsOf } from "./state.ts";

/** The inputs in canonical form, or what keeps the resource from being made or changed. */
export type CheckResult = { readonly inputs: CheckedInputs } | { readonly problems: readonly Problem[] };

/**
 * Brings the inputs into canonical form and finds all mistakes at once.
 *
 * @throws ResourceError for what is no mistake of one property
 */
export async function check(type: AnyResourceType, request: CheckRequest, host: Host): Promise<CheckResult> {
  const { prior, program, stored, urn, isPreview } = request;
  const facts = factsOf(request, host);
  const { context } = facts;
  const { session } = context;
  // A resource that the state has, without prior inputs, is one whose replacement is forced.
  if (prior.name === undefined && stored.name !== undefined) refuseUnprovenReplacement(type, { ...stored }, session);
  const option = request.isImport ? "import" : "adopt";
  const wanted = { name: program["name"], adopt: request.adopt, urn, option } as const;
  const adopt = adoptFor(type, prior, wanted, session);
  const name = program["name"] ?? prior.name ?? (await defaultName(type, adopt, request, context));
  if (typeof name === "string" && stored.holder !== undefined) session.shared(createHolders).set(name, stored.holder);

  const isNew = prior.name === undefined && adopt === undefined;
  if (isNew && typeof name === "string" && replacesStored(stored, name)) {
    session.shared(createReplaced).set(name, stored.outputs ?? {});
  }

  const { value, problems } = await findProblems(type, { ...program, name }, { request, adopt, facts });
  const errors = problems.filter(isError);
  if (errors.length > 0) return { problems: errors };

  const written = { ...type.suppressEquivalent(prior, value, { order: "program" }), ...session.location };
  const isReplaced = prior.name !== undefined && replacedBy(type, prior, written).length > 0;
  const inputs = inputsOf(type, {
    ...written,
    adopt: isReplaced ? adoptForNew(type, prior, wanted, session) : adopt,
  });
  const isImport = request.isImport || (type.update === undefined && stored.name !== inputs.name);
  if (isImport && prior.name === undefined && adopt !== undefined && !isUnknown(adopt)) {
    await refuseOtherContent(type, inputs, option, context);
  }
  claimAdopted(type, prior, inputs, context);
  if (isPreview) await reportPlan(type, inputs, withoutSilenced(problems, program["silence"]), request, facts);
  return { inputs };
}

/** One call of check. */
interface Checking {
  readonly request: CheckRequest;
  readonly adopt: CheckedInputs["adopt"];
  readonly facts: CheckFacts;
}

/** Everything that is wrong, as far as it can be told. */
async function findProblems(
  type: AnyResourceType,
  program: unknown,
  checking: Checking,
): Promise<{ value: Inputs; problems: Problem[] }> {
  const { request, adopt, facts } = checking;
  const { value, problems } = type.check(program, facts);
  const own = [...problems, ...sharedName(type, value.name, checking)];
  const found = await withAccountProblems(type, value, own, facts, request);
  const isNew = request.prior.name === undefined && adopt === undefined;
  const isNamed = !found.some(({ path }) => path === "name");
  if (isNew && isNamed && request.isPreview) {
    found.push(...(await takenName(type, value.name, request, facts.context)));
  }
  return { value, problems: found };
}

/** Two resources with one name: one resource of the service cannot have two owners, adopted or not. */
function sharedName(type: AnyResourceType, name: string, { request, adopt, facts }: Checking): Problem[] {
  const { urn, stored } = request;
  if (urn === undefined || isUnknown(name)) return [];
  const { session, owners } = facts.context;
  const holder = adopt === undefined ? undefined : stored.holders?.[name];
  const other = holder ?? owners.take(nameKey(type.noun, name, session), urn);
  return other === urn ? [] : [type.sharedName(`"${name}" is also the name of the ${type.noun} of ${other}.`)];
}

/** A name that is taken, reported before anything is made; the update that follows asks the service itself. */
async function takenName(
  type: AnyResourceType,
  name: string,
  { deleteBeforeReplace, stored }: CheckRequest,
  context: OperationContext,
): Promise<Problem[]> {
  if (isUnknown(name) || (deleteBeforeReplace && !stored.isExternal)) return [];
  if (context.session.validation === "offline") return [];
  const holder = await holderOf(type, name, context).catch(() => undefined);
  if (holder === undefined) return [];
  // What is replaced under its own name may go first, with what it depends on; else the creation says what to do.
  if (replacesStored(stored, name) && type.hasRecordedLabels(holder, stored.outputs ?? {})) return [];
  const { message, hint } = nameIsTaken(type, holder, context.session);
  return [type.takenName(message, hint)];
}

/** Whether the state has a managed resource of this name: a creation under the same name replaces it. */
const replacesStored = (stored: StoredResource, name: string): boolean => stored.name === name && !stored.isExternal;

/** What is reported at preview, and not again by the update that follows it. */
async function reportPlan(
  type: AnyResourceType,
  inputs: CheckedInputs,
  problems: readonly Problem[],
  { prior, urn }: CheckRequest,
  facts: CheckFacts,
): Promise<void> {
  const { context } = facts;
  const says = inputs as unknown as Readonly<Record<string, unknown>>;
  const changes = !type.properties.every((key) => isDeepStrictEqual(prior[key], says[key]));
  reportWarnings(type, problems, context, { urn, name: inputs.name, changes });
  const changed = type.describeChanges?.(prior, inputs, facts) ?? "";
  if (changed !== "") context.report("note", changed, urn);
  if (prior.name === undefined && inputs.adopt !== undefined && !isUnknown(inputs.adopt))
    await describeAdoption(type, inputs, context, urn);
}

/** The name of a resource whose program gives none: that of the adopted one, else one made from the resource's. */
async function defaultName(
  type: AnyResourceType,
  adopt: CheckedInputs["adopt"],
  { urn, stored, isImport, autonames = true }: CheckRequest,
  { session, options }: OperationContext,
): Promise<string | undefined> {
  const { noun } = type;
  if (isUnknown(adopt)) return unknownValue;
  if (adopt === true) {
    const message = `True adopts the ${noun} of the given name, and there is none.`;
    throw adoptionError(adoptionRules.NCSP115, "adopt", message, "Give a name, or adopt an id.");
  }
  if (adopt !== undefined) {
    const { hits } = await search(type.list(session), (entry) => String(keyOf(entry)) === adopt, {
      options: options(),
    });
    if (hits[0]) return hits[0].name;
    const option = isImport ? "import" : "adopt";
    const message = `${titleOf(type)} ${adopt} does not exist.`;
    throw adoptionError(adoptionRules.NCSP114, option, message, `${removing[option]} ${type.listHint}`);
  }
  return urn === undefined || !autonames
    ? undefined
    : autoname(urn, session.location, { ...type.autoname, noun }, stored.name);
}
