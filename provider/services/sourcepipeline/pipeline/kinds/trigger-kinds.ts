import { days, repositoryTriggerType, timePattern } from "../../api/limits.ts";
import type { TriggerRequest } from "../../api/schemas/pipeline-request.ts";
import type { ProjectResult } from "../../api/schemas/pipeline-result.ts";
import type { Day, PipelineTrigger, RepositoryTrigger, ScheduleTrigger, Triggers } from "../pipeline.ts";
import type { Reference } from "../../../../core/validation/references/reference.ts";
import { type Property, listOf, object, optional, required } from "../../../../core/validation/shape/structures.ts";
import { boolean, id, matching, nonEmptyText, oneOf, timeZone } from "../../../../core/validation/shape/values.ts";
import { canonicalZone } from "../../../../core/validation/schedule/zones.ts";
import { pipelineReferences, repositoryReferences, scheduleReferences } from "./trigger-references.ts";
import { rules } from "../rules/catalogue.ts";

type WireKey = keyof TriggerRequest;
type Sent<Key extends WireKey> = NonNullable<TriggerRequest[Key]>[number];
type Answered<Key extends WireKey> = ProjectResult["trigger"][Key][number];

/** What a kind of trigger declares about itself. */
interface TriggerKind<Trigger, Key extends WireKey> {
  /** Its key under `trigger` on the wire. */
  wireKey: Key;
  property: Property;
  /** `zone` turns a zone's name into the service's spelling. */
  toWire(trigger: Trigger, zone: (name: string) => string): Sent<Key>;
  fromWire(answer: Answered<Key>): Trigger;
  /** Two triggers of this kind with the same meaning are the same trigger, however they are written. */
  meaning: (trigger: Trigger) => unknown;
  /** What it refers to; by property; each may depend on those before it. */
  references: Readonly<Record<string, Reference>>;
}

const repositories: TriggerKind<RepositoryTrigger, "repository"> = {
  wireKey: "repository",
  property: optional(
    listOf(object({ name: required(nonEmptyText), branch: required(nonEmptyText) }, "A repository trigger")),
  ),
  toWire: ({ name, branch }) => ({ type: repositoryTriggerType, name, branch }),
  fromWire: ({ name, branch }) => ({ name, branch }),
  meaning: ({ name, branch }) => [name, branch],
  references: repositoryReferences,
};

const schedules: TriggerKind<ScheduleTrigger, "schedule"> = {
  wireKey: "schedule",
  property: optional(
    listOf(
      object(
        {
          days: required(listOf(oneOf(rules.NCSP201, days), { rule: rules.NCSP203, message: "There is no day." })),
          time: required(matching(rules.NCSP202, timePattern, "a time of day")),
          timeZone: required(timeZone(rules.NCSP205)),
          onlyWithChange: optional(boolean),
        },
        "A schedule",
      ),
    ),
  ),
  toWire: (schedule, zone) => ({
    day: inWeekOrder(schedule.days),
    time: schedule.time,
    timeZone: zone(schedule.timeZone),
    scheduleOnlyWithChange: schedule.onlyWithChange ?? false,
  }),
  fromWire: ({ day, time, timeZone, scheduleOnlyWithChange }) => ({
    days: inWeekOrder(day as Day[]),
    time,
    timeZone,
    ...(scheduleOnlyWithChange ? { onlyWithChange: true } : {}),
  }),
  meaning: (schedule) => [
    inWeekOrder(schedule.days),
    schedule.time,
    canonicalZone(schedule.timeZone),
    schedule.onlyWithChange ?? false,
  ],
  references: scheduleReferences,
};

const pipelines: TriggerKind<PipelineTrigger, "sourcepipeline"> = {
  wireKey: "sourcepipeline",
  property: optional(listOf(object({ id: required(id) }, "A pipeline trigger"))),
  toWire: (trigger) => ({ id: Number(trigger.id) }),
  fromWire: (answer) => ({ id: answer.id }),
  meaning: (trigger) => Number(trigger.id),
  references: pipelineReferences,
};

/** All kinds of triggers, by their key in a program. */
export const triggerKinds = { repositories, schedules, pipelines } as const;

export const triggerKeys = Object.keys(triggerKinds) as readonly (keyof Triggers)[];

const inWeekOrder = (names: readonly Day[]): Day[] =>
  [...new Set(names)].sort((one, other) => days.indexOf(one) - days.indexOf(other));
