import { knownList, knownRecord } from "../../../../core/validation/partial.ts";
import { isError, type Problem, problem } from "../../../../core/validation/problem.ts";
import { type Gathered, isPending } from "../../../../core/validation/references/gather-references.ts";
import { ownerOf } from "../../../../core/validation/references/reference.ts";
import { checkArtifacts } from "./check-artifacts.ts";
import { checkOwnTriggers } from "./check-own-triggers.ts";
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
  const missing = followed
    .flatMap(({ missed }) => missed?.problem ?? [])
    .filter(({ path }) => !isPending(path, pending));
  // Of a branch or a repository that does not exist one problem is enough.
  const isReported = (path: string): boolean =>
    missing.some((other) => isError(other) && other.path.startsWith(`${path}.`));
  return [
    ...missing,
    ...checkArtifacts(inputs, targets),
    ...checkPushes(inputs, targets).filter(({ path }) => !isReported(path)),
    ...checkOwnTriggers(inputs, gathered),
    ...unreadable(gathered),
  ];
}

function unreadable({ lists }: Gathered): Problem[] {
  return lists.flatMap(({ list, request, failure }) => {
    if (failure === undefined) return [];
    const owner = ownerOf(list, request);
    const what = `The ${list.plural}${owner === undefined ? "" : ` of ${owner}`} cannot be read: ${failure}`;
    return [problem(rules.NCSP901, "", what)];
  });
}
