import type { Location } from "../../provider/core/location.ts";
import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { replacedBy } from "../../provider/core/resource/diff.ts";
import type { StackDeployment } from "./stack-deployment.ts";
import { managedPipelineOf, type StackPipeline } from "./resource-state.ts";

/** A pipeline as the account's list shows it. */
export interface ListedPipeline {
  readonly id: number;
  readonly name: string;
}

/** The pipelines that a stack manages; those that only wait for their deletion belong to it, too. */
export const managedPipelinesOf = ({ resources }: Pick<StackDeployment, "resources">): StackPipeline[] =>
  resources.map(managedPipelineOf).filter((pipeline) => pipeline !== undefined);

/**
 * Whether one of some managed pipelines is this one of an account: its id alone proves nothing, because every location
 * counts for itself. What a state does not name, as after an import, or keeps secret, may be anything.
 */
export function isManaged(listed: ListedPipeline, place: Location, managed: readonly StackPipeline[]): boolean {
  const identity = { ...place, name: listed.name };
  return managed.some(
    ({ id, outputs }) => id === String(listed.id) && replacedBy(pipelineType, outputs.values, identity).length === 0,
  );
}
