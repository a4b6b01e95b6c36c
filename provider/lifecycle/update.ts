import { toChangeBody } from "../model/wire.ts";
import type { Connect } from "./ports.ts";
import { projectIdOf } from "./read.ts";
import { type CheckedInputs, inputsOf, type KnownState, type PipelineState, placeOf, stateOf } from "./state.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

export interface UpdateResult {
  outs: PipelineState;
}

/** Edits a pipeline: always whole, because what an absent part does is not documented. */
export async function update(
  id: string,
  _known: KnownState,
  given: CheckedInputs,
  connect: Connect,
): Promise<UpdateResult> {
  const inputs = inputsOf(given);
  const { client, lists, account } = connect(placeOf(inputs));
  const projectId = projectIdOf(id);

  const body = toChangeBody(inputs, await zoneSpellingFor(inputs, lists));
  await client.changeProject({ projectId, body });
  return { outs: stateOf(inputs, await client.getProject({ projectId }), account) };
}
