import { isGone, saysMissing } from "./gone.ts";
import type { Connect } from "./ports.ts";
import { projectIdOf } from "./read.ts";
import { type KnownState, placeOf } from "./state.ts";

/** Deletes a pipeline from the place it was created in; one that is gone already is no failure. */
export async function deletePipeline(id: string, known: KnownState, connect: Connect): Promise<void> {
  const { client, lists } = connect(placeOf(known));
  const projectId = projectIdOf(id);
  try {
    await client.deleteProject({ projectId });
  } catch (error) {
    if (!saysMissing(error) || !(await isGone(projectId, lists.pipelines))) throw error;
  }
  lists.pipelines.deleted(projectId);
}
