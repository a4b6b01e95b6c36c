import type { Reference } from "../references/reference.ts";

/** What a push trigger refers to: a repository, and a branch of it. */
export const repositoryReferences: readonly Reference[] = [
  {
    key: "name",
    code: "NCSP301",
    noun: "SourceCommit repository",
    by: "name",
    list: () => ({ list: "repositories" }),
  },
  {
    key: "branch",
    code: "NCSP302",
    noun: "branch",
    by: "name",
    ifEmpty: { code: "NCSP305", reason: "nothing was pushed there yet" },
    list: ({ name: repository }) => repository && { list: "branches", repository: repository.name },
  },
];

/** What a schedule refers to: a zone of the service's. */
export const scheduleReferences: readonly Reference[] = [
  { key: "timeZone", code: "NCSP205", noun: "time zone", by: "zone", list: () => ({ list: "timeZones" }) },
];

/** What a pipeline trigger refers to: another pipeline. */
export const pipelineReferences: readonly Reference[] = [
  { key: "id", code: "NCSP312", noun: "pipeline", by: "id", list: () => ({ list: "pipelines" }) },
];
