import { withNameLike } from "../../../core/validation/find-by-name.ts";
import { additionsOf, fromProject } from "../pipeline/wire.ts";
import type { Ask } from "./lookup-account.ts";
import type { PipelineSummary, PipelineDetails, GetPipelinesArgs, GetPipelineArgs } from "./pipeline-types.ts";

export const pipelines: Ask<GetPipelinesArgs, PipelineSummary[]> = async ({ lists, read }, { search }) =>
  withNameLike(await read(lists.pipelines), search);

export const pipeline: Ask<GetPipelineArgs, PipelineDetails> = async (
  { client, lists, find, options },
  { name = "", id },
) => {
  const projectId = id ?? (await find(lists.pipelines, name, "pipeline")).id;
  const project = await client.getProject({ projectId }, options);
  return { id: project.id, ...fromProject(project, {}), ...additionsOf(project, {}) };
};
