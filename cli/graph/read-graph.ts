import { findByName } from "../../provider/core/validation/find-by-name.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import { readPipelines } from "../account/account-pipelines.ts";
import type { Account } from "../account/connect-account.ts";
import { stackDeployment } from "../pulumi/read-stack.ts";
import { secretText } from "../pulumi/resource-state.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import { nameOf, pipelineOf } from "../pulumi/stack-pipeline.ts";
import type { DrawnTask, GraphSource } from "./pipeline-graph.ts";

/** The pipelines of an account, or those with some names. */
export async function readAccount(account: Account, wanted: readonly string[]): Promise<GraphSource[]> {
  const projects = await readPipelines(account, wanted);
  return projects.map((project) => ({ id: String(project.id), ...fromProject(project, {}) }));
}

/** What is drawn for tasks that are a secret in the state. */
const secretTasks: readonly DrawnTask[] = [{ name: secretText, type: "tasks" }];

/** The pipelines in a stack's state, or those with some names; the service is not asked. */
export async function readStack(project: Project, wanted: readonly string[]): Promise<GraphSource[]> {
  const { resources } = await stackDeployment(project);
  const all = resources.flatMap((resource) => {
    const pipeline = resource.isDeleting ? undefined : pipelineOf(resource);
    if (!pipeline) return [];
    // The inputs of a pipeline that is only read are empty.
    const { tasks, triggers } = { ...pipeline.outputs.values, ...pipeline.inputs.values };
    const drawn = { id: pipeline.id, name: nameOf(pipeline), tasks: tasks ?? secretTasks };
    return [{ ...drawn, ...(triggers === undefined ? {} : { triggers }) }];
  });
  if (wanted.length === 0) return all;
  const items = all.map((source) => ({ ...source, id: Number(source.id), source }));
  return wanted.map((name) => findByName(items, name, "pipeline", "this stack").source);
}
