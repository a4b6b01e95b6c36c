import type { BuildProject, DeployProject, Scenario, ScenarioSource, Task, World } from "../world/world.ts";

/** What a task works on (reference section 2.3); null when what it names is not there any more. */
export const resolveTarget = (task: Task, world: World): object | null => resolvers[task.type](task, world);

const resolvers: Readonly<Record<Task["type"], (task: Task, world: World) => object | null>> = {
  SourceBuild: (task, { references }) => {
    const project = references.buildProjects.get(task.projectId);
    return project ? buildTarget(project, task.branch) : null;
  },
  SourceDeploy: (task, { references }) => {
    const project = references.deployProjects.get(task.projectId);
    const scenario = findScenario(project, task);
    return project && scenario ? deployTarget(project, scenario) : null;
  },
};

/** The scenario that a task names, if project and stage have it. */
export const findScenario = (project: DeployProject | undefined, task: Pick<Task, "stageId" | "scenarioId">) =>
  project?.stages.find(({ id }) => id === task.stageId)?.scenarios.find(({ id }) => id === task.scenarioId);

const buildTarget = ({ name, source }: BuildProject, branch: string | undefined) => ({
  type: source.type.replace(/^BitBucket$/, "Bitbucket"),
  name,
  info: {
    repository: source.repository,
    branch: branch ?? source.branch,
    ...(source.workspace && { workspace: source.workspace }),
  },
});

const deployTarget = ({ name }: DeployProject, { source: { type, target } }: Scenario) => ({
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
