import type { Settings } from "../../settings.ts";
import { findScenario } from "../find-target.ts";
import { sourceOf } from "../sourcedeploy/scenario-source.ts";
import type {
  BuildProject,
  DeployProject,
  Pipeline,
  PipelineReads,
  ScenarioSource,
  Task,
  Trigger,
  State,
} from "../../state/state.ts";

/** A task as `getProject` and `getProjectHistory` show it. */
export const taskResponse = (task: Task, state: State, { target }: Settings) => ({
  id: task.id,
  name: task.name,
  type: task.type,
  config: {
    projectId: task.projectId,
    ...(task.stageId !== undefined && { stageId: task.stageId }),
    ...(task.scenarioId !== undefined && { scenarioId: task.scenarioId }),
    ...targetForms[target](task, state),
  },
  linkedTasks: task.linkedTasks,
});

const targetForms: Readonly<Record<Settings["target"], (task: Task, state: State) => { target?: object | null }>> = {
  resolved: (task, state) => ({ target: resolveTarget(task, state) }),
  null: () => ({ target: null }),
  absent: () => ({}),
};

/** The part of `getProject`'s result that holds the trigger; it may be empty (reference section 8, row 8). */
export function triggerResponse(
  { repository, schedule, sourcepipeline }: Trigger,
  pipelines: PipelineReads,
  { emptyTrigger }: Settings,
): { trigger?: object | null } {
  const isEmpty = repository.length + schedule.length + sourcepipeline.length === 0;
  if (isEmpty && emptyTrigger !== "lists") return emptyForms[emptyTrigger];
  const others = sourcepipeline.map(({ id }) => ({ id, ...nameOf(pipelines.get(id)) }));
  return { trigger: { repository, schedule, sourcepipeline: others } };
}

const nameOf = (pipeline: Pipeline | undefined) => pipeline && { name: pipeline.name };

const emptyForms = { object: { trigger: {} }, null: { trigger: null }, absent: {} } as const;

/** What a task works on (reference section 2.3); null when what it names is not there any more. */
const resolveTarget = (task: Task, state: State): object | null => resolvers[task.type](task, state);

const resolvers: Readonly<Record<Task["type"], (task: Task, state: State) => object | null>> = {
  SourceBuild: (task, { buildProjects }) => {
    const project = buildProjects.get(task.projectId);
    return project ? buildTarget(project, task.branch) : null;
  },
  SourceDeploy: (task, state) => {
    const project = state.deployProjects.get(task.projectId);
    const scenario = findScenario(project, task);
    return project && scenario ? deployTarget(project, sourceOf(scenario, state)) : null;
  },
};

const buildTarget = ({ name, source }: BuildProject, branch: string | undefined) => ({
  type: source.type.replace(/^BitBucket$/, "Bitbucket"),
  name,
  info: {
    repository: source.repository,
    branch: branch ?? source.branch,
    ...(source.workspace && { workspace: source.workspace }),
  },
});

const deployTarget = ({ name }: DeployProject, { type, target }: ScenarioSource) => ({
  type,
  name,
  info: deployInfo[type]?.(target) ?? {},
});

/** `info` by the type of a scenario's source. */
const deployInfo: Readonly<Record<string, (target: ScenarioSource["target"]) => object>> = {
  SourceBuild: ({ projectName }) => ({ projectName }),
  ObjectStorage: ({ file }) => ({ file }),
  KubernetesService: ({ manifest = [] }) => ({ manifest: manifest[0] ?? "", fullManifest: manifest.join(" / ") }),
};
