import type { ListItem, ListRequest } from "./reference.ts";

/** A list that was asked for and did not come. */
export interface Unreadable {
  /** Why, a sentence. */
  unreadable: string;
}

/** Lists of the account that were asked for, by their request; the rest is not known. */
export type AccountLists = ReadonlyMap<string, readonly ListItem[] | Unreadable>;

/** The key of a list: two requests for the same list have the same. */
export const listKey = (request: ListRequest): string => JSON.stringify(request);

/**
 * A list that has been read; undefined when it was not asked for, or did not come.
 *
 * @example readList(lists, { list: "buildProjects" })
 */
export function readList(lists: AccountLists, request: ListRequest): readonly ListItem[] | undefined {
  const list = lists.get(listKey(request));
  return list === undefined || "unreadable" in list ? undefined : list;
}

/** What a list holds, for messages: "stages of SourceDeploy project 12920". */
export const listNoun = (request: ListRequest): string => `${nouns[request.list]}${withinText(request)}`;

const nouns: Readonly<Record<ListRequest["list"], string>> = {
  timeZones: "time zones",
  pipelines: "pipelines",
  repositories: "SourceCommit repositories",
  branches: "branches",
  buildProjects: "SourceBuild projects",
  deployProjects: "SourceDeploy projects",
  deployStages: "stages",
  deployScenarios: "scenarios",
};

/** In what a list stands: " of SourceDeploy project 12920"; nothing for a list of the whole account. */
export function withinText(request: ListRequest): string {
  if ("stageId" in request) return ` of stage ${request.stageId} of SourceDeploy project ${request.projectId}`;
  if ("projectId" in request) return ` of SourceDeploy project ${request.projectId}`;
  return "repository" in request ? ` of repository "${request.repository}"` : "";
}
