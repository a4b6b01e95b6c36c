import type { CreateProjectBody } from "../api/schemas/pipeline-request.ts";
import { toCreateBody } from "../model/wire.ts";
import { adopt } from "./adopt.ts";
import { messageOf, PartialFailure } from "./errors.ts";
import { findOwnPipeline } from "./find-pipeline.ts";
import { isOf, mayHaveHadAnEffect } from "./gone.ts";
import { takeName } from "./free-name.ts";
import type { Connect, Ports } from "./ports.ts";
import { settleCreate } from "./settle-create.ts";
import {
  type CheckedInputs,
  type CreateResult,
  inputsOf,
  type PipelineState,
  placeOf,
  stateOf,
  timeoutOf,
  unseenState,
} from "./state.ts";
import type { Turn } from "./turn.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

/** Creates a pipeline whose name is free, or takes over one that exists: the shared list, one POST, one GET. */
export async function create(given: CheckedInputs, connect: Connect): Promise<CreateResult> {
  const inputs = inputsOf(given);
  const ports = connect(placeOf(inputs));
  const turn = ports.begin(timeoutOf(inputs, "create"));

  const adopted = inputs.adopt === undefined ? undefined : await adopt(inputs, ports, turn);
  if (adopted) return adopted;

  const body = toCreateBody(inputs, await zoneSpellingFor(inputs, ports));
  const projectId = await takeName(inputs.name, ports, turn, (taken) => post(body, inputs, taken, ports, turn));
  ports.lists.pipelines.created({ id: projectId, name: inputs.name });
  return { id: String(projectId), outs: await firstState(projectId, given, ports, turn) };
}

/**
 * Sends the one request that creates; it is never sent blindly again.
 *
 * @returns the new id; undefined when the service says that the name is taken after all
 */
async function post(
  body: CreateProjectBody,
  inputs: CheckedInputs,
  taken: ReadonlySet<number>,
  ports: Ports,
  turn: Turn,
): Promise<number | undefined> {
  try {
    return (await ports.client.createProject({ body }, turn.options())).projectId;
  } catch (error) {
    // Said in so many words it is a refusal, even inside a success.
    if (isOf(error, "conflict")) return undefined;
    if (mayHaveHadAnEffect(error)) return settleCreate(inputs, taken, error, ports, turn);
    throw error;
  }
}

/** From here on the pipeline exists, so whatever fails must not lose its id. */
async function firstState(projectId: number, given: CheckedInputs, ports: Ports, turn: Turn): Promise<PipelineState> {
  let reason = turn.interrupted() ? "the command was ended" : "the service does not show it yet";
  try {
    const project = await findOwnPipeline(projectId, ports, turn);
    if (project) return stateOf(inputsOf(given), project, ports.account);
  } catch (error) {
    reason = messageOf(error);
  }
  throw new PartialFailure(
    projectId,
    unseenState(given, {}, ports.account),
    `Pipeline "${given.name}" was created with id ${String(projectId)}, but could not be read: ${reason} ` +
      `The id is kept. Run "pulumi up" again to finish.`,
  );
}
