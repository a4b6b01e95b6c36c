import type { ServiceError } from "../client/index.ts";
import type { PipelineNames } from "./pipeline-names.ts";

/** Whether an error of the client says that a pipeline is missing, which is not yet proof that it is gone. */
export function saysMissing(error: unknown): boolean {
  return error instanceof Error && (error as Partial<ServiceError>).category === "notFound";
}

/**
 * Whether a pipeline that the service calls missing is gone: only when the list of pipelines arrives and lacks its id.
 * A wrong endpoint says "not found" too, and must never look like a deletion.
 */
export async function isGone(id: number, pipelines: PipelineNames): Promise<boolean> {
  const lacksId = (list: readonly { id: number }[]): boolean => list.every((pipeline) => pipeline.id !== id);
  return lacksId(await pipelines.all()) || lacksId(await pipelines.readAnew());
}
