import { limits, type TaskType } from "../../api/limits.ts";
import type { TaskRequest } from "../../api/schemas/pipeline-request.ts";
import type { TaskResult } from "../../api/schemas/pipeline-result.ts";
import type { SourceBuildTask, SourceDeployTask, Task } from "../pipeline.ts";
import type { Reference } from "../../../../core/validation/references/reference.ts";
import type { Found } from "../references/reference.ts";
import { type Property, listOf, optional, required } from "../../../../core/validation/shape/structures.ts";
import { id, name, nonEmptyText, oneOf } from "../../../../core/validation/shape/values.ts";
import { buildReferences, deployReferences } from "./task-references.ts";
import { rules } from "../rules/catalogue.ts";

/** What a kind of task declares about itself; nothing outside this table asks for a task's type. */
export interface TaskKind<Kind extends Task> {
  /** Its properties in a program. */
  properties: Readonly<Record<Exclude<keyof Kind, undefined>, Property>>;
  /** Its `config` on the wire. */
  toConfig(task: Kind): Extract<TaskRequest, { type: Kind["type"] }>["config"];
  /** Its own properties, from the service's answer. */
  fromConfig(config: TaskResult["config"]): Omit<Kind, "name" | "type" | "linkedTasks">;
  /** What it refers to; by property; each may depend on those before it. */
  references: Readonly<Record<string, Reference>>;
  /** What it builds, given what it refers to; undefined while that is not known. Absent: it builds nothing. */
  builds?(found: Found, branch: unknown): Build | undefined;
  /** What it deploys, given what it refers to; undefined while that is not known. Absent: it deploys nothing. */
  deploys?(found: Found): Deployment | undefined;
}

/** What a task builds. */
export interface Build {
  /** Name of the SourceBuild project. */
  project: string;
  repository: string | undefined;
  /** The branch, where it can be told. */
  branch: unknown;
}

/** What a task deploys. */
interface Deployment {
  /** Name of the scenario. */
  scenario: string;
  /** Name of the SourceBuild project whose artifact it takes; undefined when it takes something else. */
  artifactOf: string | undefined;
}

const common = (type: TaskType) => ({
  name: required(name(rules.NCSP104, limits.taskName)),
  type: required(oneOf(rules.NCSP105, [type])),
  linkedTasks: optional(listOf(name(rules.NCSP104, limits.taskName))),
});

const sourceBuild: TaskKind<SourceBuildTask> = {
  properties: { ...common("SourceBuild"), projectId: required(id), branch: optional(nonEmptyText) },
  toConfig: ({ projectId, branch }) => ({
    projectId: Number(projectId),
    // Sent only when the program names one: a branch that was merely resolved must not be frozen by the next edit.
    ...(branch === undefined ? {} : { target: { info: { branch } } }),
  }),
  fromConfig: ({ projectId, target }) => ({
    projectId,
    ...(target?.info?.branch === undefined ? {} : { branch: target.info.branch }),
  }),
  references: buildReferences,
  builds: ({ projectId: project }, branch) =>
    project && {
      project: project.name,
      repository: project.source?.repository,
      branch: branch ?? project.source?.branch,
    },
};

const sourceDeploy: TaskKind<SourceDeployTask> = {
  properties: {
    ...common("SourceDeploy"),
    projectId: required(id),
    stageId: required(id),
    scenarioId: required(id),
  },
  toConfig: ({ projectId, stageId, scenarioId }) => ({
    projectId: Number(projectId),
    stageId: Number(stageId),
    scenarioId: Number(scenarioId),
  }),
  // A deploy task without its ids cannot come from this service; 0 shows as drift instead of hiding it.
  fromConfig: ({ projectId, stageId = 0, scenarioId = 0 }) => ({ projectId, stageId, scenarioId }),
  references: deployReferences,
  deploys: ({ scenarioId: scenario }) =>
    scenario && {
      scenario: scenario.name,
      artifactOf: scenario.source?.type === "SourceBuild" ? scenario.source.target?.projectName : undefined,
    },
};

/** All kinds of tasks, by the word that stands in `type`. */
export const taskKinds: Readonly<{ [Type in TaskType]: TaskKind<Extract<Task, { type: Type }>> }> = {
  SourceBuild: sourceBuild,
  SourceDeploy: sourceDeploy,
};
