/**
 * The documented limits for names, sizes and words of a request. Kept apart from the schemas so that
 * the rules of `services`, which run in every user's program, need no schema library.
 */

/** Characters of the names of pipelines and tasks. */
export const namePattern = /^[A-Za-z0-9_-]+$/;

/** Source: pages "projectcreate" and "projectupdate"; the description's limit is the vendor's Terraform provider's. */
export const limits = {
  pipelineName: { minimum: 1, maximum: 30, pattern: namePattern },
  taskName: { minimum: 1, maximum: 50, pattern: namePattern },
  description: { maximum: 500 },
} as const;

/** Days of a schedule, in the order of a week. */
export const days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;

/** Time of a schedule: `HH:mm`, 24 hours. */
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

export const taskTypes = ["SourceBuild", "SourceDeploy"] as const;
export type TaskType = (typeof taskTypes)[number];

/** The only kind of repository that can trigger a pipeline; lowercase on the wire, unlike `SourceCommit` elsewhere. */
export const repositoryTriggerType = "sourcecommit";
