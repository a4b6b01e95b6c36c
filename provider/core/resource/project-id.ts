import { PipelineError } from "./errors.ts";

/** The id of a resource as the number that it is. */
export function projectIdOf(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  throw new PipelineError(`"${id}" is not the id of a pipeline. Ids are numbers; getPipelines() lists them.`);
}
