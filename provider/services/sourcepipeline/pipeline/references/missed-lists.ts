import { type AccountLists, listKey } from "./account-lists.ts";
import { followReferences } from "./follow-references.ts";
import { readSubjects } from "./read-subjects.ts";
import type { ListRequest } from "./reference.ts";

/**
 * The lists that lack something a pipeline refers to, each once: before that is called a mistake, they are worth
 * another look.
 *
 * @param pending paths of what does not exist yet, which no list can have
 */
export function missedLists(inputs: unknown, lists: AccountLists, pending: readonly string[] = []): ListRequest[] {
  const missed = readSubjects(inputs).flatMap((subject) => {
    const { problem, missed: request } = followReferences(subject, lists);
    return problem === undefined || request === undefined || isPending(problem.path, pending) ? [] : [request];
  });
  return [...new Map(missed.map((request) => [listKey(request), request])).values()];
}

/** Whether a path lies at or below a pending one; the empty path is above all. */
export const isPending = (path: string, pending: readonly string[]): boolean =>
  pending.some(
    (above) => above === "" || path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`),
  );
