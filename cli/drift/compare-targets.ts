import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import type { ResolvedTarget, Task } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Change } from "./drift-report.ts";

/**
 * What changed about the things that the tasks work on, while the tasks themselves stayed: the projects that they refer
 * to were edited. Branches are left out, because the inputs tell of those.
 */
export function compareTargets(before: PriorPipelineState, after: PriorPipelineState): Change[] {
  return comparableTasks(before, after).flatMap((name) => {
    const [one, other] = [before, after].map((state) => state.resolvedTargets?.[name]);
    // A state that was written by hand, or by an import, has none.
    if (one === undefined || other === undefined || Object.keys(one).length === 0) return [];
    return targetKeys.flatMap((key) => difference(`tasks["${name}"].target.${key}`, one[key], other[key]));
  });
}

/** The tasks that stayed; of tasks that are secret, those that the service resolved, which are named in the open. */
function comparableTasks(before: PriorPipelineState, after: PriorPipelineState): string[] {
  if (before.tasks === undefined && after.tasks === undefined) return Object.keys(after.resolvedTargets ?? {});
  return (after.tasks ?? []).filter((task) => refersToTheSame(task, before.tasks)).map(({ name }) => name);
}

const targetKeys: readonly (keyof ResolvedTarget)[] = [
  "type",
  "name",
  "repository",
  "projectName",
  "file",
  "manifest",
  "fullManifest",
];

function refersToTheSame(task: Task, before: readonly Task[] = []): boolean {
  const known = before.find(({ name }) => name === task.name);
  return known !== undefined && reference(known) === reference(task);
}

const reference = (task: Task): string =>
  [task.type, task.projectId, ...(task.type === "SourceDeploy" ? [task.stageId, task.scenarioId] : [])].join(" ");

function difference(property: string, before?: string, after?: string): Change[] {
  if (before === after) return [];
  return [
    {
      property,
      class: "target",
      origin: "project",
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}
