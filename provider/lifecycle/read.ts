import { fromProject } from "../model/wire.ts";
import { PipelineError } from "./errors.ts";
import type { ProjectResult } from "../api/schemas/pipeline-result.ts";
import { isGone, saysMissing } from "./gone.ts";
import type { Connect, Ports } from "./ports.ts";
import { type CheckedInputs, type KnownState, type PipelineState, placeOf, stateOf } from "./state.ts";

/** A pipeline as it is, or nothing when it is gone. */
export type ReadResult = { id: string; props: PipelineState; inputs: CheckedInputs } | Record<never, never>;

/** Reads a pipeline in the shape of a program, written as the state has it wherever that means the same. */
export async function read(id: string, known: KnownState, connect: Connect): Promise<ReadResult> {
  const ports = connect(placeOf(known));
  const project = await find(projectIdOf(id), ports);
  if (!project) {
    if (known.taskIds !== undefined) return {};
    throw new PipelineError(`There is no pipeline with id ${id}. getPipelines() lists those that exist.`);
  }
  const inputs: CheckedInputs = { ...fromProject(project, known, known), ...ports.place };
  return { id: String(project.id), props: stateOf(inputs, project, ports.account), inputs };
}

async function find(projectId: number, { client, lists }: Ports): Promise<ProjectResult | undefined> {
  try {
    return await client.getProject({ projectId });
  } catch (error) {
    if (saysMissing(error) && (await isGone(projectId, lists.pipelines))) return undefined;
    throw error;
  }
}

/** The id as the number that it is. */
export function projectIdOf(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  throw new PipelineError(`"${id}" is not the id of a pipeline. Ids are numbers; getPipelines() lists them.`);
}
