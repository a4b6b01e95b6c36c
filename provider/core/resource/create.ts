import type { CreateProjectBody } from "../../services/sourcepipeline/api/schemas/pipeline-request.ts";
import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { toCreateBody } from "../../services/sourcepipeline/pipeline/wire.ts";
import { adopt } from "./adopt.ts";
import { messageOf, PartialFailure } from "./errors.ts";
import { findOwnPipeline, findPipeline } from "./find-pipeline.ts";
import { isOf, mayHaveHadAnEffect } from "./gone.ts";
import { takeName } from "./free-name.ts";
import type { Connect, Ports } from "./ports.ts";
import { settleCreate } from "./settle-create.ts";
import {
  type CheckedInputs,
  type CreateResult,
  inputsOf,
  type PipelineState,
  locationOf,
  stateOf,
  timeoutOf,
  unseenState,
} from "./state.ts";
import type { Turn } from "./turn.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

/** Creates a pipeline whose name is free, or takes over one that exists: the shared list, one POST, one GET. */
export async function create(given: CheckedInputs, connect: Connect): Promise<CreateResult> {
  const inputs = inputsOf(given);
  const ports = connect(locationOf(inputs));
  const turn = ports.begin(timeoutOf(inputs, "create"));

  const adopted = inputs.adopt === undefined ? undefined : await adopt(inputs, ports, turn);
  if (adopted) return adopted;

  const body = toCreateBody(inputs, await zoneSpellingFor(inputs, ports));
  const projectId = await takeName(inputs.name, ports, turn, (taken) => post(body, inputs, taken, ports, turn));
  ports.lists.pipelines.created({ id: projectId, name: inputs.name });
  const outs = await firstState(projectId, given, ports, turn);
  return { id: String(projectId), outs };
}

/**
 * Sends the one request that creates; it is never sent blindly again.
 *
 * @returns the new id
 * @throws a conflict as the service says it: `takeName` finds out whether it is about the name
 */
async function post(
  body: CreateProjectBody,
  inputs: CheckedInputs,
  taken: ReadonlySet<number>,
  ports: Ports,
  turn: Turn,
): Promise<number> {
  try {
    return (await ports.client.createProject({ body }, turn.options())).projectId;
  } catch (error) {
    // Said in so many words it is a refusal, even inside a success.
    if (isOf(error, "conflict")) throw error;
    if (mayHaveHadAnEffect(error)) return settleCreate(inputs, taken, error, ports, turn);
    throw error;
  }
}

/** From here on the pipeline exists, so whatever fails must not lose its id. */
async function firstState(projectId: number, given: CheckedInputs, ports: Ports, turn: Turn): Promise<PipelineState> {
  let reason: string;
  try {
    const atOnce = await findPipeline(projectId, ports, turn);
    const project = atOnce ?? (await findOwnPipeline(projectId, ports, turn));
    if (project && !atOnce) await tellTwins(project, ports, turn);
    if (project) return stateOf(inputsOf(given), project, ports);
    reason = turn.interrupted() ? "the command was interrupted." : "the service does not show it yet.";
  } catch (error) {
    reason = turn.interrupted() ? "the command was interrupted." : messageOf(error);
  }
  throw new PartialFailure(
    projectId,
    unseenState(given, {}, ports),
    `Pipeline "${given.name}" was created with id ${String(projectId)}, but could not be read: ${reason} ` +
      `The id is kept. Run "pulumi up" again to finish.`,
  );
}

/**
 * Where the service shows creations late, an earlier command that was killed may have made a pipeline of this name that
 * no list showed when this one began. Nobody knows of it any more, so it is named.
 */
async function tellTwins({ id, name }: ProjectResult, { lists, report }: Ports, turn: Turn): Promise<void> {
  const list = await lists.pipelines.readAnew(turn.options()).catch(() => []);
  const twins = list.filter((pipeline) => pipeline.name === name && pipeline.id !== id);
  if (twins.length === 0) return;
  report(
    "warning",
    `Another pipeline is named "${name}", too: id ${twins.map((twin) => String(twin.id)).join(", ")}. An earlier ` +
      `command that was killed may have made it. Delete it in the console if nobody needs it.`,
  );
}
