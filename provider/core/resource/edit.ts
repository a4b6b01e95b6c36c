import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject, toChangeBody } from "../../services/sourcepipeline/pipeline/wire.ts";
import { visibleWithinMs } from "./find-pipeline.ts";
import type { Ports } from "./ports.ts";
import type { CheckedInputs } from "./state.ts";
import type { Turn } from "./turn.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

/** Gives a pipeline the content of the program: one PATCH, always whole, because what an absent part does is unknown. */
export async function edit(projectId: number, inputs: CheckedInputs, ports: Ports, turn: Turn): Promise<void> {
  const body = toChangeBody(inputs, await zoneSpellingFor(inputs, ports));
  await ports.client.changeProject({ projectId, body }, turn.options());
}

/**
 * Reads a pipeline after an edit. While the service still shows exactly what was there before, it is asked again: what
 * it resolved then would be recorded for what it resolves now.
 *
 * @param before what it showed before the edit
 */
export async function readEdited(
  before: ProjectResult,
  inputs: CheckedInputs,
  { client }: Ports,
  turn: Turn,
): Promise<ProjectResult> {
  const projectId = before.id;
  const what = `the service to show the edit of pipeline ${String(projectId)}`;
  const former = fromProject(before, inputs);
  let seen: ProjectResult | undefined;
  await turn.until(what, visibleWithinMs, async () => {
    seen = await client.getProject({ projectId }, turn.options());
    const shown = fromProject(seen, inputs);
    return sameContent(shown, inputs) || !sameContent(shown, former) ? seen : undefined;
  });
  return seen ?? before;
}
