import { type GraphTask, readTasks, type TaskGraph } from "../tasks/read-tasks.ts";
import { knownList, knownRecord } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import type { Found } from "./reference.ts";
import { rules } from "../rules/catalogue.ts";
import { effectsOf } from "../tasks/task-kinds.ts";

/**
 * Finds deploy tasks that take the artifact of a build project which no task before them builds.
 *
 * @param targets what the tasks refer to, as far as that is known
 */
export function checkArtifacts(inputs: unknown, targets: readonly Found[]): Problem[] {
  const graph = readTasks(inputs);
  const effects = knownList(knownRecord(inputs)["tasks"]).map(effectsOf);

  return graph.tasks.flatMap((task, index) => {
    const deployment = effects[index]?.deploys?.(targets[index] ?? {});
    const project = deployment?.artifactOf;
    if (deployment === undefined || project === undefined) return [];
    const before = tasksBefore(graph, index);
    if (before === undefined || before.some((earlier) => builds(earlier, project) !== "no")) return [];
    const builder = graph.tasks.find((_, other) => builds(other, project) === "yes");
    return [notBuilt(task, deployment.scenario, project, builder)];
  });

  function builds(index: number, project: string): "yes" | "no" | "unknown" {
    const effect = effects[index];
    if (effect !== undefined && effect.builds === undefined) return "no";
    const build = effect?.builds?.(targets[index] ?? {}, undefined);
    if (build === undefined) return "unknown";
    return build.project === project ? "yes" : "no";
  }
}

/** The tasks that have run when one starts, by index; undefined while a link is not known. */
function tasksBefore({ tasks, byName }: TaskGraph, start: number): number[] | undefined {
  const seen = new Set([start]);
  for (const index of seen) {
    for (const link of tasks[index]?.links ?? []) {
      const before = link === undefined ? undefined : byName.get(link);
      if (before === undefined) return undefined;
      seen.add(before);
    }
  }
  return [...seen].filter((index) => index !== start);
}

function notBuilt(task: GraphTask, scenario: string, project: string, builder: GraphTask | undefined): Problem {
  const what = `Scenario "${scenario}" deploys the artifact of SourceBuild project "${project}", but no task before "${task.name ?? ""}" builds it.`;
  const hint = builder === undefined ? undefined : `Add "${builder.name ?? ""}", which builds it, to its linkedTasks.`;
  return problem(rules.NCSP406, `${task.path}.linkedTasks`, what, hint);
}
