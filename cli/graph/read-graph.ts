import { findByName } from "../../provider/core/validation/find-by-name.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import type { DrawnTask } from "../draw-tasks.ts";
import type { Account } from "../account/connect-account.ts";
import { secretText } from "../pulumi/mask-secrets.ts";
import type { Project } from "../pulumi/project.ts";
import { nameOf, pipelineOf } from "../pulumi/resource-state.ts";
import { stackDeployment } from "../pulumi/stack-deployment.ts";
import type { GraphSource } from "./pipeline-graph.ts";

/** The pipelines of an account, or those with some names: one list and one call for each. */
export async function readAccount({ client, lists }: Account, wanted: readonly string[]): Promise<GraphSource[]> {
  const all = await lists.pipelines.all();
  const chosen = wanted.length === 0 ? all : wanted.map((name) => findByName(all, name, "pipeline"));
  return Promise.all(
    chosen.map(async ({ id }) => ({ id: String(id), ...fromProject(await client.getProject({ projectId: id }), {}) })),
  );
}

/** What is drawn for tasks that are a secret in the state. */
const secretTasks: readonly DrawnTask[] = [{ name: secretText, type: "tasks" }];

/** The pipelines in a stack's state, or those with some names; the service is not asked. */
export async function readStack(project: Project, wanted: readonly string[]): Promise<GraphSource[]> {
  const { resources } = await stackDeployment(project);
  const all = resources.flatMap((resource) => {
    const pipeline = resource.isLeaving ? undefined : pipelineOf(resource);
    if (!pipeline) return [];
    // The inputs of a pipeline that is only read say nothing.
    const { tasks, triggers } = { ...pipeline.outputs.values, ...pipeline.inputs.values };
    const drawn = { id: pipeline.id, name: nameOf(pipeline), tasks: tasks ?? secretTasks };
    return [{ ...drawn, ...(triggers === undefined ? {} : { triggers }) }];
  });
  if (wanted.length === 0) return all;
  const items = all.map((source) => ({ ...source, id: Number(source.id), source }));
  return wanted.map((name) => findByName(items, name, "pipeline", "this stack").source);
}
