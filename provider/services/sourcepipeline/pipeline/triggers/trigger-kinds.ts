import { days, repositoryTriggerType, timePattern } from "../../api/limits.ts";
import type { TriggerRequest } from "../../api/schemas/pipeline-request.ts";
import type { ProjectResult } from "../../api/schemas/pipeline-result.ts";
import type { Day, PipelineTrigger, RepositoryTrigger, ScheduleTrigger, Triggers } from "../pipeline.ts";
import type { ObjectShape } from "../../../../core/validation/shape/shape.ts";
import { canonicalZone } from "../../../../core/validation/schedule/zones.ts";
import { accountLists } from "../references/reference.ts";
import { rules } from "../rules/catalogue.ts";

type WireKey = keyof TriggerRequest;
type Sent<Key extends WireKey> = NonNullable<TriggerRequest[Key]>[number];
type Answered<Key extends WireKey> = ProjectResult["trigger"][Key][number];

/** What a kind of trigger declares about itself. */
interface TriggerKind<Trigger, Key extends WireKey> {
  /** Its key under `trigger` on the wire. */
  readonly wireKey: Key;
  /** What the list of them means in a program. */
  readonly doc: string;
  /** One of them in a program, and what it refers to. */
  readonly form: ObjectShape;
  /** `zone` turns a zone's name into the service's spelling. */
  toWire(trigger: Trigger, zone: (name: string) => string): Sent<Key>;
  fromWire(answer: Answered<Key>): Trigger;
  /** Two triggers of this kind with the same meaning are the same trigger, however they are written. */
  meaning: (trigger: Trigger) => unknown;
}

/** What to give for the id of a pipeline. */
export const pipelineIdHint = "Give a number, as getPipelineOutput({ name: {name} }).id is.";

const repositories = {
  wireKey: "repository",
  doc: "Pushes to branches of SourceCommit repositories.",
  form: {
    type: "object",
    noun: "a repository trigger",
    properties: {
      name: {
        type: "string",
        minimum: 1,
        hint: "Give the name of a SourceCommit repository.",
        doc: "Name of the repository.",
        reference: { list: accountLists.repositories, by: "name", rule: rules.NCSP301 },
      },
      branch: {
        type: "string",
        minimum: 1,
        hint: "Give the name of a branch.",
        doc: "Name of the branch.",
        reference: {
          list: accountLists.branches,
          by: "name",
          rule: rules.NCSP302,
          ifEmpty: { rule: rules.NCSP305, reason: "nothing was pushed there yet" },
          parameters: { repository: "name.name" },
        },
      },
    },
  },
  toWire: ({ name, branch }) => ({ type: repositoryTriggerType, name, branch }),
  fromWire: ({ name, branch }) => ({ name, branch }),
  meaning: ({ name, branch }) => [name, branch],
} as const satisfies TriggerKind<RepositoryTrigger, "repository">;

const schedules = {
  wireKey: "schedule",
  doc: "Days and times of the week.",
  form: {
    type: "object",
    noun: "a schedule",
    typeName: "ScheduleTrigger",
    properties: {
      days: {
        type: "list",
        items: { type: "enum", typeName: "Day", words: days, rule: rules.NCSP201 },
        atLeastOne: { rule: rules.NCSP203, message: "The list of days is empty." },
        doc: "`MON` to `SUN`, at least one.",
      },
      time: {
        type: "string",
        minimum: 1,
        pattern: { expression: timePattern, noun: "a time of day", rule: rules.NCSP202 },
        doc: "`HH:mm`, 24 hours, in `timeZone`.",
      },
      timeZone: {
        type: "timeZone",
        rule: rules.NCSP205,
        doc: "A zone that `getTimeZones` lists, with its offset (`Asia/Seoul (UTC+09:00)`) or without, by any IANA name that it has: `UTC` for `Etc/UTC`, `Asia/Saigon` for `Asia/Ho_Chi_Minh`.",
        reference: { list: accountLists.timeZones, by: "zone", rule: rules.NCSP205 },
      },
      onlyWithChange: {
        type: "boolean",
        optional: true,
        default: false,
        doc: "Run only when the pipeline or its repository changed since the last run; `false` unless given.",
      },
    },
  },
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
} as const satisfies TriggerKind<ScheduleTrigger, "schedule">;

const pipelines = {
  wireKey: "sourcepipeline",
  doc: "Other pipelines.",
  form: {
    type: "object",
    noun: "a pipeline trigger",
    properties: {
      id: {
        type: "id",
        hint: pipelineIdHint,
        doc: "Id of the other pipeline.",
        reference: { list: accountLists.pipelines, by: "id", rule: rules.NCSP312 },
      },
    },
  },
  toWire: (trigger) => ({ id: Number(trigger.id) }),
  fromWire: (answer) => ({ id: answer.id }),
  // A data file may have a name instead.
  meaning: ({ id, ...other }: Partial<PipelineTrigger>) => (id === undefined ? other : Number(id)),
} as const satisfies TriggerKind<PipelineTrigger, "sourcepipeline">;

/** All kinds of triggers, by their key in a program. */
export const triggerKinds = { repositories, schedules, pipelines } as const;

export const triggerKeys = Object.keys(triggerKinds) as readonly (keyof Triggers)[];

function inWeekOrder(names: readonly Day[]): Day[] {
  return [...new Set(names)].sort((one, other) => days.indexOf(one) - days.indexOf(other));
}
