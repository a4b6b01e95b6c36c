import type { FunctionName } from "../../provider/services/sourcepipeline/functions/function-arguments.ts";
import { unknownValue } from "../../provider/core/validation/unknown.ts";

/** Every function by name, and the form of its result: a list, or an object with these keys. */
const forms = {
  getBranch: ["repository", "name"],
  getBranches: "list",
  getBuildProject: ["id", "name", "source"],
  getBuildProjects: "list",
  getDeployProject: ["id", "name"],
  getDeployProjects: "list",
  getDeployScenario: ["id", "name", "projectId", "stageId", "source"],
  getDeployScenarios: "list",
  getDeployStage: ["id", "name", "projectId"],
  getDeployStages: "list",
  getPipeline: ["id", "name", "description", "tasks", "triggers", "taskIds", "resolvedTargets"],
  getPipelines: "list",
  getRepositories: "list",
  getRepository: ["name"],
  getRun: ["id", "pipelineId", "state", "status", "startedAt", "endedAt", "tasks"],
  getRuns: "list",
  getTimeZones: "list",
} as const satisfies Readonly<Record<FunctionName, "list" | readonly string[]>>;

/** Whether the result of a function is a list. */
export const isList = (name: FunctionName): boolean => forms[name] === "list";

/**
 * What a function returns as a promise where nobody is asked: an object of unknown values, or an empty list.
 *
 * @example (unknownResult("getRepository") as Repository).name === unknownValue
 */
export function unknownResult(name: FunctionName): unknown {
  const form = forms[name];
  return form === "list" ? [] : Object.fromEntries(form.map((key) => [key, unknownValue]));
}
