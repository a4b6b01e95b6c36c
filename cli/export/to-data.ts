import type {
  PipelineInputs,
  SourceBuildTask,
  SourceDeployTask,
  Task,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import type { NamesOfAccount } from "./names-of-account.ts";
import type {
  BuildTaskData,
  DeployTaskData,
  PipelineData,
  TaskData,
  TriggersData,
} from "../../sdk/files/pipeline-data.ts";

/** Writes a pipeline with names instead of ids. */
export async function toData(pipeline: PipelineInputs, names: NamesOfAccount): Promise<PipelineData> {
  const { name, description, tasks, triggers } = inCanonicalOrder(pipeline);
  return {
    name,
    ...(description === undefined ? {} : { description }),
    tasks: await Promise.all(tasks.map((task) => taskData(task, names))),
    ...(triggers === undefined ? {} : { triggers: await triggerData(triggers, names) }),
  };
}

/**
 * Leaves a task's branch out where it is the build project's own: the service shows a branch for every task, and a task
 * that follows its project must not be pinned by an export.
 */
export async function withoutFollowedBranches(
  pipeline: PipelineInputs,
  names: NamesOfAccount,
): Promise<PipelineInputs> {
  const follow = async (task: Task): Promise<Task> => {
    if (task.type !== "SourceBuild" || task.branch === undefined) return task;
    const { branch, ...rest } = task;
    return (await names.buildProject(Number(task.projectId)))?.branch === branch ? rest : task;
  };
  return { ...pipeline, tasks: await Promise.all(pipeline.tasks.map(follow)) };
}

/** How each kind of task is written. */
const writers: Readonly<Record<Task["type"], (task: never, names: NamesOfAccount) => Promise<TaskData>>> = {
  SourceBuild: buildData,
  SourceDeploy: deployData,
};

function taskData(task: Task, names: NamesOfAccount): Promise<TaskData> {
  // The service may one day know kinds that this version does not.
  if (Object.hasOwn(writers, task.type)) return writers[task.type](task as never, names);
  throw new Error(`Task "${task.name}" is a ${task.type} task, which this version does not know. Update the package.`);
}

async function buildData(task: SourceBuildTask, names: NamesOfAccount): Promise<BuildTaskData> {
  const { name, type, projectId, ...rest } = task;
  const project = (await names.buildProject(Number(projectId)))?.name;
  return { name, type, ...(project === undefined ? { projectId: Number(projectId) } : { project }), ...rest };
}

async function deployData(task: SourceDeployTask, names: NamesOfAccount): Promise<DeployTaskData> {
  const { name, type, projectId, stageId, scenarioId, ...rest } = task;
  const ids = { projectId: Number(projectId), stageId: Number(stageId), scenarioId: Number(scenarioId) };
  const project = await names.deployProject(ids.projectId);
  const stage = project === undefined ? undefined : await names.stage(ids.projectId, ids.stageId);
  const scenario = stage === undefined ? undefined : await names.scenario(ids.projectId, ids.stageId, ids.scenarioId);
  if (project === undefined || stage === undefined || scenario === undefined) return { name, type, ...ids, ...rest };
  return { name, type, project, stage, scenario, ...rest };
}

async function triggerData({ pipelines, ...rest }: Triggers, names: NamesOfAccount): Promise<TriggersData> {
  if (pipelines === undefined) return rest;
  const named = pipelines.map(async ({ id }) => {
    const name = await names.pipeline(Number(id));
    return name === undefined ? { id: Number(id) } : { name };
  });
  return { ...rest, pipelines: await Promise.all(named) };
}
