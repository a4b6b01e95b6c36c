import type { Place } from "../api/place.ts";
import type { ProjectResult } from "../api/schemas/pipeline-result.ts";
import type { PipelineInputs } from "../model/pipeline.ts";
import { type Additions, additionsOf } from "../model/wire.ts";

/** What check hands to the engine: the pipeline, and the place it lives in. */
export interface CheckedInputs extends PipelineInputs, Place {}

/** What stands in the state: the inputs, word for word, and what the service added. */
export interface PipelineState extends CheckedInputs, Additions {
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  account: string;
}

/** A state as it comes back from the engine: one of another version, or one that was imported, may lack anything. */
export type KnownState = Partial<PipelineState>;

/** The state after the service has shown a pipeline. */
export function stateOf(inputs: CheckedInputs, project: ProjectResult, account: string): PipelineState {
  return { ...inputs, ...additionsOf(project), account };
}

/** The inputs among what stands in a state. */
export function inputsOf({ name, description, tasks, triggers, region, platform, site }: CheckedInputs): CheckedInputs {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    tasks,
    ...(triggers === undefined ? {} : { triggers }),
    region,
    platform,
    site,
  };
}

/** The place stored in a state; undefined when it has none, as after an import or on `get`. */
export function placeOf({ region, platform, site }: KnownState): Place | undefined {
  return region !== undefined && platform !== undefined && site !== undefined ? { region, platform, site } : undefined;
}
