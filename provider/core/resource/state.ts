import type { Location } from "../location.ts";
import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { millisecondsOf } from "./duration.ts";
import type { PipelineInputs } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import { type Additions, additionsOf, withoutNamedBranches } from "../../services/sourcepipeline/pipeline/wire.ts";

/** How long the verbs may take, as Pulumi's `customTimeouts` write it: "5m". */
export interface Timeouts {
  create?: string;
  update?: string;
  delete?: string;
}

/** What check hands to the engine: the pipeline, the location it lives in, and how it is to be handled. */
export interface CheckedInputs extends PipelineInputs, Location {
  /** Takes an existing pipeline over instead of creating one: the one of this name, or of this id. */
  adopt?: true | string;
  /** Stands in the state because delete sees nothing else. */
  timeouts?: Timeouts;
  /** Names the provider. The engine adds it to outputs by itself, but not to those that come with a failure. */
  __provider?: string;
}

/** With which key, and at which endpoint. */
export interface Origin {
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  readonly account: string;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
}

/** What stands in the state: the inputs, word for word, what the service added, and where the state was written. */
export interface PipelineState extends CheckedInputs, Additions, Origin {}

/** A pipeline that exists and is managed from now on. */
export interface CreateResult {
  id: string;
  outs: PipelineState;
}

/** A state as it comes back from the engine: one of another version, or one that was imported, may lack anything. */
export type KnownState = Partial<PipelineState>;

/** The state after the service has shown a pipeline. */
export function stateOf(inputs: CheckedInputs, project: ProjectResult, { account, endpoint }: Origin): PipelineState {
  return { ...inputs, ...additionsOf(project, inputs), account, endpoint };
}

/** The state of a pipeline that exists but could not be read. */
export function unseenState(given: CheckedInputs, known: KnownState, { account, endpoint }: Origin): PipelineState {
  const { taskIds = {}, resolvedTargets = {} } = known;
  const { __provider } = given;
  const additions = { taskIds, resolvedTargets: withoutNamedBranches(resolvedTargets, given) };
  return { ...inputsOf(given), ...(__provider && { __provider }), ...additions, account, endpoint };
}

const inputKeys = [
  "name",
  "description",
  "tasks",
  "triggers",
  "region",
  "platform",
  "site",
  "adopt",
  "timeouts",
] as const;

/** The inputs among what comes from the engine. */
export function inputsOf(state: CheckedInputs): CheckedInputs {
  const entries = inputKeys.map((key) => [key, state[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as CheckedInputs;
}

/** The location stored in a state; undefined when it has none, as after an import or on `get`. */
export function locationOf({ region, platform, site }: KnownState): Location | undefined {
  return region !== undefined && platform !== undefined && site !== undefined ? { region, platform, site } : undefined;
}

/** The time of a verb, in milliseconds; undefined when the resource says nothing about it. */
export function timeoutOf({ timeouts }: KnownState, verb: keyof Timeouts): number | undefined {
  const duration = timeouts?.[verb];
  return duration === undefined ? undefined : millisecondsOf(duration);
}
