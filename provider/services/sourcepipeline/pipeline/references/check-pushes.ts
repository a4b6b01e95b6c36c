import { knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { isUnknown } from "../../../../core/validation/unknown.ts";
import type { Found } from "./reference.ts";
import { rules } from "../rules/catalogue.ts";
import { type Build, effectsOf } from "../tasks/task-kinds.ts";

/**
 * Finds push triggers on branches that no task builds. Nothing is reported of pipelines that may use what was
 * pushed in another way: those that build nothing, or deploy manifests or files.
 *
 * @param targets what the tasks refer to, as far as that is known
 */
export function checkPushes(inputs: unknown, targets: readonly Found[]): Problem[] {
  const builds = buildsOf(knownRecord(inputs)["tasks"], targets);
  if (builds === undefined || builds.length === 0) return [];
  return knownList(knownRecord(knownRecord(inputs)["triggers"])["repositories"]).flatMap((trigger, index) => {
    const repository = knownText(knownRecord(trigger)["name"]);
    const branch = knownText(knownRecord(trigger)["branch"]);
    if (repository === undefined || branch === undefined) return [];
    if (builds.some((build) => mayBuild(build, repository, branch))) return [];
    // Several tasks may build the same project.
    const built = [...new Set(builds.map(described))].join(", ");
    const what = `No task builds branch "${branch}" of repository "${repository}": ${built}.`;
    return [problem(rules.NCSP303, `triggers.repositories[${index}]`, what)];
  });
}

/** What the tasks build; undefined when a task is not known, or uses something else than what is built. */
function buildsOf(tasks: unknown, targets: readonly Found[]): Build[] | undefined {
  if (isUnknown(tasks)) return undefined;
  const builds: Build[] = [];
  for (const [index, task] of knownList(tasks).entries()) {
    const effects = effectsOf(task);
    const found = targets[index] ?? {};
    if (effects?.builds) {
      const build = effects.builds(found, knownRecord(task)["branch"]);
      if (build === undefined) return undefined;
      builds.push(build);
    } else if (effects?.deploys?.(found)?.artifactOf === undefined) return undefined;
  }
  return builds;
}

function mayBuild(build: Build, repository: string, branch: string): boolean {
  if (build.repository === undefined) return true;
  const known = knownText(build.branch);
  return build.repository === repository && (known === undefined || known === branch);
}

const described = ({ project, repository, branch }: Build): string =>
  `"${project}" builds "${knownText(branch) ?? "?"}" of "${repository ?? "?"}"`;
