import { toCreateBody } from "../model/wire.ts";
import { PartialFailure, PipelineError } from "./errors.ts";
import type { NamedPipeline, PipelineNames } from "./pipeline-names.ts";
import type { Connect, Ports } from "./ports.ts";
import { type CheckedInputs, inputsOf, type PipelineState, placeOf, stateOf } from "./state.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

export interface CreateResult {
  id: string;
  outs: PipelineState;
}

/** Creates a pipeline whose name is free: the shared list, one POST, one GET. */
export async function create(given: CheckedInputs, connect: Connect): Promise<CreateResult> {
  const inputs = inputsOf(given);
  const ports = connect(placeOf(inputs));
  const { client, lists } = ports;

  const holder = await holderOf(inputs.name, lists.pipelines);
  if (holder) throw new PipelineError(nameIsTaken(holder));

  const body = toCreateBody(inputs, await zoneSpellingFor(inputs, lists));
  const { projectId } = await client.createProject({ body });
  lists.pipelines.created({ id: projectId, name: inputs.name });
  return { id: String(projectId), outs: await firstState(projectId, inputs, ports) };
}

/** Who has a name: the known list answers unless it says "taken", which is believed only of one read anew. */
async function holderOf(name: string, pipelines: PipelineNames): Promise<NamedPipeline | undefined> {
  const find = (list: readonly NamedPipeline[]): NamedPipeline | undefined =>
    list.find((pipeline) => pipeline.name === name);
  return find(await pipelines.all()) && find(await pipelines.readAnew());
}

/** From here on the pipeline exists, so whatever fails must not lose its id. */
async function firstState(projectId: number, inputs: CheckedInputs, ports: Ports): Promise<PipelineState> {
  try {
    return stateOf(inputs, await ports.client.getProject({ projectId }), ports.account);
  } catch (error) {
    const properties = { ...inputs, taskIds: {}, resolvedTargets: {}, account: ports.account };
    throw new PartialFailure(
      String(projectId),
      properties,
      `Pipeline "${inputs.name}" was created with id ${String(projectId)}, but could not be read: ` +
        `${error instanceof Error ? error.message : String(error)} The id is kept; run "pulumi up" again to finish.`,
      { cause: error },
    );
  }
}

function nameIsTaken({ id, name }: NamedPipeline): string {
  return (
    `A pipeline named "${name}" exists already, with id ${String(id)}. ` +
    `Give this one another name, or delete the other. For a replacement under the same name, ` +
    `set the resource option deleteBeforeReplace.`
  );
}
