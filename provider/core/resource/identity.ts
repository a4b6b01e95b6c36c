import { keyOf, type Listed } from "../resource-list.ts";
import { isLoopback } from "../loopback.ts";
import type { Session } from "../session.ts";
import { IdentityError } from "./errors.ts";
import { createProvenOrigins, describeOrigins, elsewhere, isSameEndpoint, movedParts, originKey } from "./origins.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import type { Origin, PriorState } from "./state.ts";

/*
 * An id proves nothing: every emulator begins at the same one, and accounts reuse numbers. Before a resource is changed,
 * deleted or believed, what was found under the id of a state is compared with that state.
 */

/**
 * Refuses what has another name than the state's: names cannot be changed, so it is another resource.
 *
 * @throws IdentityError that names both, and what is in use
 */
export function refuseOtherName(type: AnyResourceType, found: Listed, prior: PriorState, session: Session): void {
  if (prior.name === undefined || found.name === prior.name) return;
  throw new IdentityError(
    `The state holds ${nameOf(type, prior.name)} under id ${String(keyOf(found))}, but that id is ` +
      `${nameOf(type, found.name)} here, and a ${type.noun} cannot be renamed. Nothing was changed. ` +
      `${describeOrigins(prior, session)} ${wayOn(type, session)}`,
  );
}

/**
 * Finds the resource of a state, and makes sure that it is the one.
 *
 * The name alone is not enough where the access key or the endpoint changed: then the content, or with another key the
 * labels of its parts, must be the recorded ones, or another resource of the same origin must have been found that way.
 * Nothing that can be seen tells a perfect copy from the original.
 *
 * @param find what stands under the state's id, as the service has it; undefined when it calls it missing
 * @throws IdentityError for somebody else's
 */
export async function findProven(
  type: AnyResourceType,
  prior: PriorState,
  session: Session,
  find: () => Promise<Listed | undefined>,
): Promise<Listed | undefined> {
  const origins = session.shared(createProvenOrigins);
  const moved = movedParts(prior, session);
  const look = async () => {
    const result = await find();
    const isProof = result !== undefined && isRecorded(type, result, prior, moved);
    return { result, isProof };
  };
  const { result: found, isProof } = await (moved.length === 0 ? look() : origins.witness(originKey(prior), look));
  if (found === undefined) return undefined;
  refuseOtherName(type, found, prior, session);
  if (moved.length === 0 || isProof) return found;
  // A twin of another resource may stand at another endpoint, too: there each has to be proven by itself.
  if (isSameEndpoint(prior, moved) && (await origins.isSame(originKey(prior)))) return found;
  throw new IdentityError(
    `${titleOf(type, found.name, keyOf(found))} has the name and the id of the state, but another content, ` +
      `and the state was written ${elsewhere(moved)}: it may be another account's. Nothing was changed. ` +
      `${describeOrigins(prior, session)} ${wayOn(type, session)}`,
  );
}

/**
 * Refuses to replace a resource whose state was written elsewhere, before anything is made: the new one would stand in
 * this account, and the old one could not be deleted here.
 *
 * @throws IdentityError that names the way to a proof
 */
export function refuseUnprovenReplacement(type: AnyResourceType, prior: PriorState, session: Session): void {
  const moved = movedParts(prior, session);
  if (moved.length === 0 || session.shared(createProvenOrigins).isProven(originKey(prior))) return;
  throw new IdentityError(
    `${titleOf(type, prior.name ?? "")} is to be replaced, but its state was written ${elsewhere(moved)}: it may be ` +
      `another account's. Nothing was changed. ${describeOrigins(prior, session)} Use the endpoint and the keys that ` +
      `the state was written with; or run "pulumi refresh" first, which finds out whether it is the same account.`,
  );
}

/**
 * Whether a resource is the recorded one as far as its content shows. At the same endpoint an edit by hand leaves the
 * labels of its parts, which no other resource of the service has; another endpoint may count them from the same one.
 */
function isRecorded(
  type: AnyResourceType,
  found: Listed,
  prior: PriorState,
  moved: readonly (keyof Origin)[],
): boolean {
  if (found.name !== prior.name) return false;
  if (type.isEquivalent(type.fromRemote(found, prior, prior), prior)) return true;
  return isSameEndpoint(prior, moved) && type.hasRecordedLabels(found, prior);
}

/** What to do; an emulator that was started empty again has the endpoint and the key of before, and its ids, too. */
function wayOn({ noun }: AnyResourceType, { endpoint }: Session): string {
  const letGo = `run "pulumi state delete" on the resource's URN to let go of the ${noun}.`;
  return isLoopback(endpoint)
    ? `If an emulator was started anew there, what it held is lost: ${letGo} Started with --state FILE, it keeps what it ` +
        "holds. Otherwise use the endpoint and the keys that the state was written with."
    : `Use the endpoint and the keys that the state was written with; or ${letGo}`;
}
