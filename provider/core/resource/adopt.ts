import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { search } from "../cached-list.ts";
import { edit, readEdited } from "./edit.ts";
import { PipelineError } from "./errors.ts";
import { findPipeline } from "./find-pipeline.ts";
import { adoptionKey } from "./owners.ts";
import type { Ports } from "./ports.ts";
import { projectIdOf } from "./project-id.ts";
import { type CheckedInputs, type CreateResult, stateOf } from "./state.ts";
import type { Turn } from "./turn.ts";

/**
 * Takes an existing pipeline over and gives it the content of the program.
 *
 * @returns undefined when there is no pipeline of the name; by id it must be there
 */
export async function adopt(inputs: CheckedInputs, ports: Ports, turn: Turn): Promise<CreateResult | undefined> {
  const found = await findToAdopt(inputs, ports, turn);
  if (!found) return undefined;
  const project = await giveContent(found, inputs, ports, turn);
  ports.lists.pipelines.created({ id: project.id, name: project.name });
  ports.owners.take(adoptionKey(project.id, ports), project.name);
  return { id: String(project.id), outs: stateOf(inputs, project, ports) };
}

/** The pipeline that `adopt` means. */
export async function findToAdopt(inputs: CheckedInputs, ports: Ports, turn: Turn): Promise<ProjectResult | undefined> {
  const id = inputs.adopt === true ? await idOfName(inputs.name, ports, turn) : projectIdOf(inputs.adopt ?? "");
  if (id === undefined) return undefined;
  const project = await findPipeline(id, ports, turn);
  if (!project) throw new PipelineError(await whyMissing(id, ports, turn));
  if (project.name === inputs.name) return project;
  throw new PipelineError(
    `adopt: pipeline ${id} is named "${project.name}", and a pipeline cannot be renamed. ` +
      `Give the name "${project.name}", or leave it out.`,
  );
}

async function whyMissing(id: number, { lists: { pipelines } }: Ports, turn: Turn): Promise<string> {
  const isListed = (await pipelines.readAnew(turn.options())).some((pipeline) => pipeline.id === id);
  return isListed
    ? `adopt: the service lists pipeline ${id}, but calls it missing. Try again in a minute.`
    : `adopt: there is no pipeline with id ${id}. Remove adopt to create one.`;
}

async function idOfName(name: string, { lists: { pipelines } }: Ports, turn: Turn): Promise<number | undefined> {
  const { hits: same } = await search(pipelines, (pipeline) => pipeline.name === name, { options: turn.options() });
  if (same.length < 2) return same[0]?.id;
  const ids = same.map(({ id }) => String(id)).join(", ");
  throw new PipelineError(`adopt: more than one pipeline is named "${name}": ids ${ids}. Give the id of one of them.`);
}

async function giveContent(
  found: ProjectResult,
  inputs: CheckedInputs,
  ports: Ports,
  turn: Turn,
): Promise<ProjectResult> {
  if (sameContent(fromProject(found, inputs), inputs)) return found;
  await edit(found.id, inputs, ports, turn);
  return readEdited(found, inputs, ports, turn);
}
