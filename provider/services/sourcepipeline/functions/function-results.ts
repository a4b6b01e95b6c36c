import { shapeRules } from "../../../core/validation/shape/shape-rules.ts";
import type { ObjectShape, Property, Shape } from "../../../core/validation/shape/shape.ts";
import { pipelineDescriptor } from "../pipeline/descriptor.ts";
import { pipelineOutputs } from "../pipeline/outputs.ts";
import type { FunctionName } from "./function-arguments.ts";

/* What every function returns, as data. */

const text = (doc: string): Property => ({ type: "string", minimum: 0, doc });
const maybe = (doc: string): Property => ({ type: "string", minimum: 0, optional: true, doc });
const number = (doc: string): Property => ({
  type: "integer",
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  rule: shapeRules.NCSP106,
  doc,
});
const listOf = (items: Shape): Shape => ({ type: "list", items });

const id = number("The service's id.");
const consoleName = text("Name, as the console shows it.");

const repository: ObjectShape = {
  type: "object",
  noun: "a SourceCommit repository",
  typeName: "Repository",
  properties: { name: text("Name, unique in the account.") },
};

const branch: ObjectShape = {
  type: "object",
  noun: "a branch",
  properties: {
    repository: text("Name of the repository that it belongs to."),
    name: text("Name of the branch."),
  },
};

const buildProject: ObjectShape = {
  type: "object",
  noun: "a SourceBuild project",
  typeName: "BuildProject",
  properties: {
    id: number("The service's id, which tasks take as `projectId`."),
    name: consoleName,
    source: {
      type: "object",
      noun: "a source of a build",
      typeName: "BuildSource",
      properties: {
        type: maybe("`SourceCommit`, `GitHub`, `BitBucket`."),
        repository: maybe("Name of the repository."),
        branch: maybe("Branch that is built unless a task names another."),
      },
      optional: true,
      doc: "What it builds.",
    },
  },
};

const deployProject: ObjectShape = {
  type: "object",
  noun: "a SourceDeploy project",
  typeName: "DeployProject",
  properties: { id: number("The service's id, which tasks take as `projectId`."), name: consoleName },
};

const projectId = number("Id of the project that it belongs to.");

const deployStage: ObjectShape = {
  type: "object",
  noun: "a stage",
  typeName: "DeployStage",
  properties: { id: number("The service's id, which tasks take as `stageId`."), name: consoleName, projectId },
};

const deployScenario: ObjectShape = {
  type: "object",
  noun: "a scenario",
  typeName: "DeployScenario",
  properties: {
    id: number("The service's id, which tasks take as `scenarioId`."),
    name: consoleName,
    projectId,
    stageId: number("Id of the stage that it belongs to."),
    source: {
      type: "object",
      noun: "a source of a deployment",
      typeName: "DeploySource",
      properties: {
        type: maybe("`SourceBuild`, `ObjectStorage`, `KubernetesService`."),
        target: {
          type: "object",
          noun: "a target of a deployment",
          typeName: "DeployTarget",
          properties: {
            projectName: maybe("Build project whose artifact is deployed."),
            file: maybe("`bucket/object` that is deployed."),
            manifest: {
              ...listOf({ type: "string", minimum: 0 }),
              optional: true,
              doc: "Manifests that are deployed.",
            },
          },
          optional: true,
          doc: "Where it comes from; which key it has depends on `type`.",
        },
      },
      optional: true,
      doc: "What it deploys.",
    },
  },
};

const pipelineSummary: ObjectShape = {
  type: "object",
  noun: "a pipeline of a list",
  typeName: "PipelineSummary",
  properties: { id, name: text("Name, unique in the account.") },
};

const { name: _, ...pipelineInputs } = pipelineDescriptor.properties;

const pipelineDetails: ObjectShape = {
  type: "object",
  noun: "a pipeline",
  typeName: "PipelineDetails",
  properties: { ...pipelineSummary.properties, ...pipelineInputs, ...pipelineOutputs },
};

const run: ObjectShape = {
  type: "object",
  noun: "a run",
  properties: {
    id: number("The service's id of the run."),
    pipelineId: number("Id of the pipeline."),
    state: text("How it stands, whatever the service's words: `running`, `succeeded`, `failed` or `canceled`."),
    status: maybe("The service's own word for the state."),
    startedAt: maybe("ISO time."),
    endedAt: maybe("ISO time; none while it runs."),
  },
};

const runDetails: ObjectShape = {
  type: "object",
  noun: "a run with its tasks",
  typeName: "RunDetails",
  properties: {
    ...run.properties,
    tasks: {
      ...listOf({
        type: "object",
        noun: "a task of a run",
        typeName: "RunTask",
        properties: {
          name: text("Name of the task."),
          type: maybe("The kind of task, in the service's words."),
          state: text("How it stands, whatever the service's words."),
          status: maybe("The service's own word for the state."),
          linkedTasks: {
            ...listOf({ type: "string", minimum: 0 }),
            doc: "Names of the tasks that it waited for.",
          },
          resultId: maybe("Id of the build or the deployment."),
        },
      }),
      doc: "Its tasks, as far as the service reports them.",
    },
  },
};

/** The result of every function, by its name. */
export const functionResults: Readonly<Record<FunctionName, Shape>> = {
  getBranch: branch,
  getBranches: listOf(branch),
  getBuildProject: buildProject,
  getBuildProjects: listOf(buildProject),
  getDeployProject: deployProject,
  getDeployProjects: listOf(deployProject),
  getDeployScenario: deployScenario,
  getDeployScenarios: listOf(deployScenario),
  getDeployStage: deployStage,
  getDeployStages: listOf(deployStage),
  getPipeline: pipelineDetails,
  getPipelines: listOf(pipelineSummary),
  getRepositories: listOf(repository),
  getRepository: repository,
  getRun: runDetails,
  getRuns: listOf(run),
  getTimeZones: listOf({ type: "string", minimum: 0 }),
};
