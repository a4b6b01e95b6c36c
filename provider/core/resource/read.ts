import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { PipelineError } from "./errors.ts";
import { findOwnPipeline } from "./find-pipeline.ts";
import { isGone } from "./gone.ts";
import { findProven } from "./identity.ts";
import type { Connect } from "./ports.ts";
import { projectIdOf } from "./project-id.ts";
import { type CheckedInputs, inputsOf, type KnownState, type PipelineState, locationOf, stateOf } from "./state.ts";

/** A pipeline as it is; nothing at all when it is gone. */
export interface ReadResult {
  id?: string;
  props?: PipelineState;
  inputs?: CheckedInputs;
}

/** Reads a pipeline in the shape of a program, written as the state has it wherever that means the same. */
export async function read(id: string, known: KnownState, connect: Connect): Promise<ReadResult> {
  const ports = connect(locationOf(known));
  const turn = ports.begin();
  const projectId = projectIdOf(id);

  const isManaged = known.taskIds !== undefined;
  const find = () => findOwnPipeline(projectId, ports, turn);
  // What is read by its id alone, as by get, has no name yet.
  const project = await (known.name === undefined ? find() : findProven(known, ports, find));
  if (!project) {
    if (!isManaged) {
      throw new PipelineError(`There is no pipeline with id ${id}. getPipelines() lists those that exist.`);
    }
    if (await isGone(projectId, known, ports, turn)) return {};
    throw new PipelineError(`The service lists pipeline ${id}, but calls it missing. Try again in a minute.`);
  }
  const { adopt, timeouts } = known;
  const read = { ...ports.location, ...fromProject(project, known, known), adopt, timeouts };
  const inputs = inputsOf(read as CheckedInputs);
  return { id: String(project.id), props: stateOf(inputs, project, ports), inputs };
}
