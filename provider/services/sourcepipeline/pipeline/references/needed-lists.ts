import { type AccountLists, listKey } from "./account-lists.ts";
import { followReferences } from "./follow-references.ts";
import { readSubjects } from "./read-subjects.ts";
import type { ListRequest } from "./reference.ts";

/**
 * The lists that the checks of a pipeline need next, each once. Which branches, stages and scenarios to ask for depends
 * on what the first lists say, so ask again with their answers, until nothing is needed.
 *
 * @param inputs a pipeline in canonical form, of which any part may be unknown or wrong
 * @example neededLists({ tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] }, new Map())
 * // [{ list: "buildProjects" }]
 */
export function neededLists(inputs: unknown, lists: AccountLists): ListRequest[] {
  const needed = readSubjects(inputs).flatMap((subject) => followReferences(subject, lists).needed ?? []);
  return [...new Map(needed.map((request) => [listKey(request), request])).values()];
}
