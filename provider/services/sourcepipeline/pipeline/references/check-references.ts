import { knownId, knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import { isError, type Problem, problem } from "../../../../core/validation/problem.ts";
import {
  type Gathered,
  itemsOf,
  missingReferences,
  unreadableLists,
} from "../../../../core/validation/references/gather-references.ts";
import { checkArtifacts } from "./check-artifacts.ts";
import { checkPushes } from "./check-pushes.ts";
import type { Found } from "./reference.ts";
import { rules } from "../rules/catalogue.ts";

/**
 * Finds what a pipeline refers to and what is not there, does not belong together, or is never built. Lists that were
 * not asked for are skipped; those that did not come are a warning each, in the same words for every pipeline.
 *
 * @param inputs a pipeline in canonical form, of which any part may be unknown or wrong
 * @param pending paths of what comes from resources that do not exist yet: that it is not there is no mistake
 * @example checkReferences(inputs, await gatherLists(inputs, ask))
 */
export function checkReferences(inputs: unknown, gathered: Gathered, pending: readonly string[] = []): Problem[] {
  const { followed } = gathered;
  const targetOf = new Map(followed.map(({ path, found }) => [path, found as Found]));
  const tasks = knownList(knownRecord(inputs)["tasks"]);
  const targets = tasks.map((_, index) => targetOf.get(`tasks[${index}]`) ?? {});
  const missing = missingReferences(gathered, pending);
  // Of a branch or a repository that does not exist one problem is enough.
  const isReported = (path: string): boolean =>
    missing.some((other) => isError(other) && other.path.startsWith(`${path}.`));
  return [
    ...missing,
    ...checkArtifacts(inputs, targets),
    ...checkPushes(inputs, targets).filter(({ path }) => !isReported(path)),
    ...checkOwnTriggers(inputs, gathered),
    ...unreadableLists(gathered, rules.NCSP901),
  ];
}

/** Finds triggers of a pipeline on itself; the list of pipelines shows its id. */
function checkOwnTriggers(inputs: unknown, gathered: Gathered): Problem[] {
  const { name, triggers } = knownRecord(inputs);
  const own = knownText(name);
  const self = itemsOf(gathered, { list: "pipelines" })?.find((pipeline) => pipeline.name === own);
  return knownList(knownRecord(triggers)["pipelines"]).flatMap((trigger, index) => {
    const id = knownId(knownRecord(trigger)["id"]);
    if (self === undefined || id === undefined || id !== self.id) return [];
    return [
      problem(rules.NCSP311, `triggers.pipelines[${index}].id`, `Pipeline "${self.name}" (id ${id}) starts itself.`),
    ];
  });
}
