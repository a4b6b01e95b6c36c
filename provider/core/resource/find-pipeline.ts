import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { saysMissing } from "./gone.ts";
import type { Ports } from "./ports.ts";
import type { Turn } from "./turn.ts";

/** How long the service may take to show what it was given, in milliseconds. */
export const visibleWithinMs = 30_000;

/** A pipeline, or undefined when the service calls it missing. */
export async function findPipeline(
  projectId: number,
  { client }: Pick<Ports, "client">,
  turn: Turn,
): Promise<ProjectResult | undefined> {
  try {
    return await client.getProject({ projectId }, turn.options());
  } catch (error) {
    if (saysMissing(error)) return undefined;
    throw error;
  }
}

/** A pipeline; one that this process made itself may take a while to show. */
export async function findOwnPipeline(projectId: number, ports: Ports, turn: Turn): Promise<ProjectResult | undefined> {
  if (!ports.lists.pipelines.isOurs(projectId)) return findPipeline(projectId, ports, turn);
  const what = `the service to show pipeline ${String(projectId)}`;
  return turn.until(what, visibleWithinMs, () => findPipeline(projectId, ports, turn));
}
