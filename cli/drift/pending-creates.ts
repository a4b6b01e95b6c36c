import type { Location } from "../../provider/core/location.ts";
import { isTypeOf } from "../../provider/hosts/shared/resource-types.ts";
import type { Account } from "../account/connect-account.ts";
import { messageOf } from "../output/text.ts";
import { partsOfUrn, type ResourceState } from "../pulumi/resource-state.ts";
import { isManaged, readPipelineState, type StackPipeline } from "../pulumi/stack-pipeline.ts";
import type { PendingCreate } from "./drift-report.ts";

/** What looking for the outcome of interrupted creates takes. */
export interface PendingCreatePorts {
  /** The pipelines that cannot be the outcome: those that are managed already. */
  readonly managed: readonly StackPipeline[];
  /** The stack's account, or that of an explicit provider, at the location of a pipeline. */
  readonly connect: (location: Partial<Location>, provider?: string) => Promise<Pick<Account, "lists" | "location">>;
  /** Takes what could not be found out. */
  readonly note: (text: string) => void;
}

/**
 * The pipelines whose creation was under way when a command ended, each with those of the account that may be its
 * outcome: of its name, in its location, and not managed.
 */
export async function findPendingCreates(
  pending: readonly ResourceState[],
  ports: PendingCreatePorts,
): Promise<PendingCreate[]> {
  const found: PendingCreate[] = [];
  for (const resource of pending.filter(({ type }) => isTypeOf("Pipeline", type))) {
    const { urn } = resource;
    const { raw, values } = readPipelineState(resource.inputs);
    const about = { urn, resource: partsOfUrn(urn).resource, name: typeof raw["name"] === "string" ? raw["name"] : "" };
    const provider = isOfDefaultProvider(resource) ? undefined : resource.provider;
    if (values.name === undefined) {
      ports.note(`The name of "${about.resource}", whose create was interrupted, is a secret or not in the state.`);
    }
    const candidates = await candidatesFor(values, provider, ports);
    found.push(candidates === undefined ? about : { ...about, candidates });
  }
  return found.sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

async function candidatesFor(
  { name, region, platform, site }: Partial<Location> & { name?: string },
  provider: string | undefined,
  { managed, connect, note }: PendingCreatePorts,
): Promise<PendingCreate["candidates"]> {
  if (name === undefined) return undefined;
  try {
    const location = Object.entries({ region, platform, site }).filter(([, value]) => value !== undefined);
    const account = await connect(Object.fromEntries(location), provider);
    const namesakes = (await account.lists.pipelines.all()).filter((pipeline) => pipeline.name === name);
    return namesakes
      .filter((pipeline) => !isManaged(pipeline, account.location, managed))
      .map(({ id }) => ({ name, id: String(id) }));
  } catch (error) {
    note(`The account could not be asked for pipeline "${name}", whose create was interrupted: ${messageOf(error)}`);
    return undefined;
  }
}

/** The engine names the providers that no program made `default`, with a version behind it or without. */
const isOfDefaultProvider = ({ provider = "" }: ResourceState): boolean =>
  provider === "" || /::default(_[^:]*)?(::[^:]*)?$/.test(provider);

/**
 * An interrupted create for people: what may have come of it, and how to go on.
 *
 * @example describePendingCreate({ name: "shop", resource: "shop", urn, candidates: [] })
 * // "no pipeline \"shop\" was left behind. Run \"pulumi refresh --clear-pending-creates\"."
 */
export function describePendingCreate({ name, candidates }: PendingCreate): string {
  if (candidates === undefined) {
    return (
      `its outcome could not be determined. Look for a pipeline of this name in its account. If there is one, declare ` +
      `it with adopt: "<id>" or delete it. ${afterwards}`
    );
  }
  const [first, ...others] = candidates.map(({ id }) => id);
  if (first === undefined) return `no pipeline "${name}" was left behind. ${clear}`;
  const which = others.length === 0 ? `pipeline ${first}` : `one of the pipelines ${[first, ...others].join(", ")}`;
  return `${which} may be its outcome. Declare it with adopt: "${first}", or delete it. ${afterwards}`;
}

const clear = `Run "pulumi refresh --clear-pending-creates".`;
const afterwards = `Then run "pulumi refresh --clear-pending-creates".`;

/** Whether something may exist that no state knows. */
export const isLeftBehind = ({ candidates }: PendingCreate): boolean => candidates?.length !== 0;
