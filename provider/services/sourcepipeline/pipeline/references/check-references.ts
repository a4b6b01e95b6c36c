import { knownList, knownRecord } from "../../../../core/validation/partial.ts";
import { isError, type Problem, problem } from "../../../../core/validation/problem.ts";
import { type AccountLists, listNoun } from "./account-lists.ts";
import { checkArtifacts } from "./check-artifacts.ts";
import { checkOwnTriggers } from "./check-own-triggers.ts";
import { checkPushes } from "./check-pushes.ts";
import { type Followed, followReferences } from "./follow-references.ts";
import { isPending } from "./missed-lists.ts";
import { readSubjects } from "./read-subjects.ts";
import type { ListRequest } from "./reference.ts";

/**
 * Finds what a pipeline refers to and what is not there, does not belong together, or is never built. Lists that were
 * not asked for are skipped; those that did not come are a warning each, in the same words for every pipeline.
 *
 * @param inputs a pipeline in canonical form, of which any part may be unknown or wrong
 * @param pending paths of what comes from resources that do not exist yet: that it is not there is no mistake
 * @example checkReferences(inputs, await gatherLists(inputs, ask))
 */
export function checkReferences(inputs: unknown, lists: AccountLists, pending: readonly string[] = []): Problem[] {
  const followed = readSubjects(inputs).map((subject) => followReferences(subject, lists));
  const tasks = followed.slice(0, knownList(knownRecord(inputs)["tasks"]).length);
  const targets = tasks.map(({ found }) => found);
  const missing = followed
    .flatMap(({ problem: found }: Followed) => found ?? [])
    .filter(({ path }) => !isPending(path, pending));
  // Of a branch or a repository that does not exist one problem is enough.
  const told = (path: string): boolean => missing.some((other) => isError(other) && other.path.startsWith(`${path}.`));
  return [
    ...missing,
    ...checkArtifacts(inputs, targets),
    ...checkPushes(inputs, targets).filter(({ path }) => !told(path)),
    ...checkOwnTriggers(inputs, lists),
    ...unreadable(lists),
  ];
}

function unreadable(lists: AccountLists): Problem[] {
  return [...lists].flatMap(([key, list]) => {
    if (!("unreadable" in list)) return [];
    const request = JSON.parse(key) as ListRequest;
    return [problem("NCSP901", "", `The ${listNoun(request)} cannot be read: ${list.unreadable}`)];
  });
}
