import { findByName } from "../../provider/model/find-by-name.ts";
import { fromProject } from "../../provider/model/wire.ts";
import type { Account } from "../account/connect-account.ts";
import type { Project } from "../pulumi/project.ts";
import { pipelineOf } from "../pulumi/resource-state.ts";
import { stackResources } from "../pulumi/stack-resources.ts";
import type { GraphSource } from "./pipeline-graph.ts";

/** The pipelines of an account, or those with some names: one list and one call for each. */
export async function readAccount({ client, lists }: Account, wanted: readonly string[]): Promise<GraphSource[]> {
  const all = await lists.pipelines.all();
  const chosen = wanted.length === 0 ? all : wanted.map((name) => findByName(all, name, "pipeline"));
  return Promise.all(
    chosen.map(async ({ id }) => ({ id: String(id), ...fromProject(await client.getProject({ projectId: id }), {}) })),
  );
}

/** The pipelines in a stack's state, or those with some names; the service is not asked. */
export async function readStack(project: Project, wanted: readonly string[]): Promise<GraphSource[]> {
  const all = (await stackResources(project)).flatMap((resource) => {
    const pipeline = resource.delete === true ? undefined : pipelineOf(resource);
    if (!pipeline) return [];
    const { name = "", tasks = [], triggers } = pipeline.inputs;
    return [{ id: pipeline.id, name, tasks, ...(triggers === undefined ? {} : { triggers }) }];
  });
  if (wanted.length === 0) return all;
  const items = all.map((source) => ({ ...source, id: Number(source.id), source }));
  return wanted.map((name) => findByName(items, name, "pipeline of this stack").source);
}
