import type {
  PipelineTrigger,
  RepositoryTrigger,
  ScheduleTrigger,
  Triggers,
} from "../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { ianaName } from "../provider/core/validation/schedule/zones.ts";

/** What each kind of trigger is for people. */
const descriptions: { readonly [Key in keyof Required<Triggers>]: (trigger: never) => string } = {
  repositories: ({ name, branch }: RepositoryTrigger) => `push to ${name}, branch ${branch}`,
  schedules: ({ days, time, timeZone, onlyWithChange }: ScheduleTrigger) =>
    `${days.join(" ")} ${time} ${ianaName(timeZone)}${onlyWithChange === true ? ", if something changed" : ""}`,
  pipelines: ({ id }: PipelineTrigger) => `after pipeline ${id}`,
};

/**
 * A trigger in a few words.
 *
 * @example describeTrigger("repositories", { name: "shop-api", branch: "main" }) // "push to shop-api, branch main"
 */
export function describeTrigger<Key extends keyof Triggers>(
  kind: Key,
  trigger: NonNullable<Triggers[Key]>[number],
): string {
  return (descriptions[kind] as (trigger: NonNullable<Triggers[Key]>[number]) => string)(trigger);
}
