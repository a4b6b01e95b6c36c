import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { StrangerError } from "./errors.ts";
import type { NamedPipeline } from "./pipeline-names.ts";
import type { Ports } from "./ports.ts";
import type { KnownState, Origin } from "./state.ts";

/*
 * An id proves nothing: every emulator begins at the same one, and accounts reuse numbers. Before a pipeline is changed,
 * deleted or believed, what was found under the id of a state is compared with that state.
 */

type IdentityPorts = Pick<Ports, "account" | "accounts" | "endpoint" | "location">;

/** What of its origin changed since a state was written; what the state does not say did not change. */
export function movedParts(known: KnownState, present: Origin): (keyof Origin)[] {
  return (["account", "endpoint"] as const).filter((key) => known[key] !== undefined && known[key] !== present[key]);
}

/** The origin of a state as one text. */
export const originOf = ({ account = "", endpoint = "" }: KnownState): string => JSON.stringify([account, endpoint]);

/**
 * Refuses a pipeline under the stored id that has another name: pipelines cannot be renamed, so it is another one.
 *
 * @throws StrangerError that names both, and what is in use
 */
export function refuseOtherName(found: NamedPipeline, known: KnownState, ports: IdentityPorts): void {
  if (known.name === undefined || found.name === known.name) return;
  throw new StrangerError(
    `The state holds pipeline "${known.name}" under id ${String(found.id)}, but that id is pipeline "${found.name}" ` +
      `here, and pipelines cannot be renamed. Nothing was changed. ${origins(known, ports)} ${wayOn}`,
  );
}

/**
 * Finds the pipeline of a state, and makes sure that it is the one.
 *
 * The name alone is not enough where the access key or the endpoint changed: then the content, or with another key the
 * ids of the tasks, must be the recorded ones, or another pipeline of the same origin must have been found that way. Nothing
 * that can be seen tells a perfect copy from the original.
 *
 * @param find the pipeline under the state's id, as the service has it; undefined when it calls it missing
 * @throws StrangerError for a stranger
 */
export async function findProven(
  known: KnownState,
  ports: IdentityPorts,
  find: () => Promise<ProjectResult | undefined>,
): Promise<ProjectResult | undefined> {
  const moved = movedParts(known, ports);
  const look = async () => {
    const result = await find();
    const isProof = result !== undefined && isRecorded(result, known, moved);
    return { result, isProof };
  };
  const { result: project, isProof } = await (moved.length === 0
    ? look()
    : ports.accounts.witness(originOf(known), look));
  if (project === undefined) return undefined;
  refuseOtherName(project, known, ports);
  if (moved.length === 0 || isProof) return project;
  // A twin of another pipeline may stand at another endpoint, too: there each has to be proven by itself.
  if (isSameEndpoint(known, moved) && (await ports.accounts.isSame(originOf(known)))) return project;
  throw new StrangerError(
    `Pipeline "${project.name}" (id ${String(project.id)}) has the name and the id of the state, but another content, ` +
      `and the state was written ${elsewhere(moved)}: it may be another account's. Nothing was changed. ` +
      `${origins(known, ports)} ${wayOn}`,
  );
}

/**
 * Refuses to replace a pipeline whose state was written elsewhere, before anything is made: the new one would stand in
 * this account, and the old one could not be deleted here.
 *
 * @throws StrangerError that names the way to a proof
 */
export function refuseUnprovenReplacement(known: KnownState, ports: IdentityPorts): void {
  const moved = movedParts(known, ports);
  if (moved.length === 0 || ports.accounts.isProven(originOf(known))) return;
  throw new StrangerError(
    `Pipeline "${known.name ?? ""}" is to be replaced, but its state was written ${elsewhere(moved)}: it may be another ` +
      `account's. Nothing was changed. ${origins(known, ports)} Use the endpoint and the keys that the state was ` +
      `written with; or run "pulumi refresh" first, which finds out whether it is the same account.`,
  );
}

/**
 * Whether a pipeline is the recorded one as far as its content tells. At the same endpoint an edit by hand leaves the
 * ids of the tasks, which no other pipeline of the service has; another endpoint may count its tasks from the same one.
 */
function isRecorded(project: ProjectResult, known: KnownState, moved: readonly (keyof Origin)[]): boolean {
  if (project.name !== known.name) return false;
  if (sameContent(fromProject(project, known, known), known)) return true;
  if (!isSameEndpoint(known, moved)) return false;
  const recorded = known.taskIds ?? {};
  const kept = project.tasks.filter(({ name }) => Object.hasOwn(recorded, name));
  return kept.length > 0 && kept.every(({ id, name }) => recorded[name] === id);
}

/** Whether a state was certainly written at this endpoint; those of the first version do not say at which. */
const isSameEndpoint = (known: KnownState, moved: readonly (keyof Origin)[]): boolean =>
  known.endpoint !== undefined && !moved.includes("endpoint");

/** What changed, in words: "at another endpoint". */
export const elsewhere = (moved: readonly (keyof Origin)[]): string =>
  moved.map((part) => ({ account: "under another access key", endpoint: "at another endpoint" })[part]).join(" and ");

/** What is in use, and what the state was written with. */
export function origins(known: KnownState, ports: IdentityPorts): string {
  const { endpoint = "an unrecorded endpoint", account = "unrecorded" } = known;
  return `In use: ${describeOrigin(ports)}; the state was written at ${endpoint}, account ${account}.`;
}

/** An endpoint, a location and an account, in words; never a key. */
export function describeOrigin({
  endpoint,
  location,
  account,
}: Pick<Ports, "account" | "endpoint" | "location">): string {
  return `${endpoint}, region ${location.region} (${location.platform}, ${location.site}), account ${account}`;
}

const wayOn =
  'Use the endpoint and the keys that the state was written with; or run "pulumi state delete" on the resource\'s URN ' +
  "to let go of the pipeline.";
