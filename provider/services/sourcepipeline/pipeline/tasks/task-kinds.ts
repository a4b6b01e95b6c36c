import { type TaskType } from "../../api/limits.ts";
import type { TaskRequest } from "../../api/schemas/pipeline-request.ts";
import type { TaskResult } from "../../api/schemas/pipeline-result.ts";
import type { ObjectShape } from "../../../../core/validation/shape/shape.ts";
import type { SourceBuildTask, SourceDeployTask, Task, TaskBase } from "../pipeline.ts";
import { knownRecord } from "../../../../core/validation/partial.ts";
import { accountLists, type Found } from "../references/reference.ts";
import { rules } from "../rules/catalogue.ts";

/** What a kind of task declares about itself; nothing outside this table asks for a task's type. */
interface TaskKind<Kind extends Task> extends Effects {
  /** Its own properties in a program, and what they refer to. */
  readonly form: ObjectShape;
  /** Its `config` on the wire. */
  toConfig(task: Kind): Extract<TaskRequest, { type: Kind["type"] }>["config"];
  /** Its own properties, from the service's answer. */
  fromConfig(config: TaskResult["config"]): Omit<Kind, keyof TaskBase | "type">;
}

/** What a task works on, given what it refers to. */
interface Effects {
  /** What it builds; undefined while that is not known. Absent: it builds nothing. */
  builds?(found: Found, branch: unknown): Build | undefined;
  /** What it deploys; undefined while that is not known. Absent: it deploys nothing. */
  deploys?(found: Found): Deployment | undefined;
}

/** What a task builds. */
export interface Build {
  /** Name of the SourceBuild project. */
  project: string;
  repository: string | undefined;
  /** The branch, where it can be determined. */
  branch: unknown;
}

/** What a task deploys. */
interface Deployment {
  /** Name of the scenario. */
  scenario: string;
  /** Name of the SourceBuild project whose artifact it takes; undefined when it takes something else. */
  artifactOf: string | undefined;
}

const sourceBuild = {
  form: {
    type: "object",
    noun: "a SourceBuild task",
    properties: {
      projectId: {
        type: "id",
        hint: "Give a number, as getBuildProjectOutput({ name: {name} }).id is.",
        doc: "Id of the SourceBuild project, as `getBuildProject` returns it.",
        reference: { list: accountLists.buildProjects, by: "id", rule: rules.NCSP401 },
      },
      branch: {
        type: "string",
        minimum: 1,
        hint: "Give the name of a branch, or leave it out.",
        optional: true,
        doc: "Branch to build; without it the service follows the project's own branch.",
        // Only where the project's source is one whose branches can be listed.
        reference: {
          list: accountLists.branches,
          by: "name",
          rule: rules.NCSP402,
          ifEmpty: { rule: rules.NCSP407, reason: "nothing was pushed there yet" },
          parameters: { repository: "projectId.source.repository" },
          when: { "projectId.source.type": "SourceCommit" },
        },
      },
    },
  },
  toConfig: ({ projectId, branch }: SourceBuildTask) => ({
    projectId: Number(projectId),
    // Sent only when the program names one: a branch that was merely resolved must not be frozen by the next edit.
    ...(branch === undefined ? {} : { target: { info: { branch } } }),
  }),
  fromConfig: ({ projectId, target }) => ({
    projectId,
    ...(target?.info?.branch === undefined ? {} : { branch: target.info.branch }),
  }),
  builds: ({ projectId: project }, branch) =>
    project && {
      project: project.name,
      repository: project.source?.repository,
      branch: branch ?? project.source?.branch,
    },
} as const satisfies TaskKind<SourceBuildTask>;

const sourceDeploy = {
  form: {
    type: "object",
    noun: "a SourceDeploy task",
    properties: {
      projectId: {
        type: "id",
        hint: 'Give a number, as getDeployScenarioOutput({ project: {name}, stage: "…", name: "…" }).projectId is.',
        doc: "Id of the SourceDeploy project, as `getDeployProject` returns it.",
        reference: { list: accountLists.deployProjects, by: "id", rule: rules.NCSP403 },
      },
      stageId: {
        type: "id",
        hint: 'Give a number, as getDeployScenarioOutput({ project: "…", stage: {name}, name: "…" }).stageId is.',
        doc: "Id of a stage of that project, as `getDeployStage` returns it.",
        reference: {
          list: accountLists.deployStages,
          by: "id",
          rule: rules.NCSP404,
          parameters: { projectId: "projectId.id" },
        },
      },
      scenarioId: {
        type: "id",
        hint: 'Give a number, as getDeployScenarioOutput({ project: "…", stage: "…", name: {name} }).id is.',
        doc: "Id of a scenario of that stage, as `getDeployScenario` returns it.",
        reference: {
          list: accountLists.deployScenarios,
          by: "id",
          rule: rules.NCSP405,
          parameters: { projectId: "projectId.id", stageId: "stageId.id" },
        },
      },
    },
  },
  toConfig: ({ projectId, stageId, scenarioId }: SourceDeployTask) => ({
    projectId: Number(projectId),
    stageId: Number(stageId),
    scenarioId: Number(scenarioId),
  }),
  // A deploy task without its ids cannot come from this service; 0 shows as drift instead of hiding it.
  fromConfig: ({ projectId, stageId = 0, scenarioId = 0 }) => ({ projectId, stageId, scenarioId }),
  deploys: ({ scenarioId: scenario }) =>
    scenario && {
      scenario: scenario.name,
      artifactOf: scenario.source?.type === "SourceBuild" ? scenario.source.target?.projectName : undefined,
    },
} as const satisfies TaskKind<SourceDeployTask>;

/** All kinds of tasks, by the word that stands in `type`. */
export const taskKinds = {
  SourceBuild: sourceBuild,
  SourceDeploy: sourceDeploy,
} as const satisfies { [Type in TaskType]: TaskKind<Extract<Task, { type: Type }>> };

/** The effects of a task's kind; undefined while its type is not known. */
export function effectsOf(task: unknown): Effects | undefined {
  const { type } = knownRecord(task);
  return typeof type === "string" && Object.hasOwn(taskKinds, type) ? taskKinds[type as TaskType] : undefined;
}
