import fc from "fast-check";
import { days } from "../../../provider/services/sourcepipeline/api/limits.ts";
import type {
  PipelineInputs,
  ScheduleTrigger,
  Task,
  Triggers,
} from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";

const id = fc.integer({ min: 1, max: 99_999 });
const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);

/** Zones of all kinds: without daylight-saving time, with it in both halves of the year, and odd ones. */
export const zones = [
  "Asia/Seoul",
  "Etc/UTC",
  "Asia/Kolkata",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Europe/Berlin",
  "Europe/Dublin",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Gaza",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Antarctica/Troll",
] as const;

/** Other names that some of them have. */
const otherNames: Readonly<Record<string, string>> = {
  "Asia/Seoul": "ROK",
  "Etc/UTC": "GMT",
  "Asia/Kolkata": "Asia/Calcutta",
  "America/New_York": "US/Eastern",
  "America/Santiago": "Chile/Continental",
  "Europe/Dublin": "Eire",
  "Africa/Cairo": "Egypt",
  "Australia/Lord_Howe": "Australia/LHI",
  "Pacific/Chatham": "NZ-CHAT",
};

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

export const schedule: fc.Arbitrary<ScheduleTrigger> = fc
  .tuple(fc.subarray([...days], { minLength: 1 }), time, fc.constantFrom(...zones), fc.boolean())
  .map(([weekdays, at, timeZone, change]) => ({
    days: weekdays,
    time: at,
    timeZone,
    ...(change ? { onlyWithChange: true } : {}),
  }));

const triggers: fc.Arbitrary<Triggers> = fc.record(
  {
    repositories: fc.uniqueArray(fc.record({ name: word, branch: word }), {
      maxLength: 3,
      selector: ({ name, branch }) => `${name}/${branch}`,
    }),
    schedules: fc.array(schedule, { maxLength: 3 }),
    pipelines: fc.uniqueArray(fc.record({ id }), { maxLength: 3, selector: (trigger) => trigger.id }),
  },
  { requiredKeys: [] },
);

/** A task that waits for some of those before it. */
const task = (name: string, before: readonly string[]): fc.Arbitrary<Task> => {
  const links = fc.subarray([...before]).map((linkedTasks) => (linkedTasks.length === 0 ? {} : { linkedTasks }));
  const build = fc.tuple(id, fc.option(word)).map(([projectId, branch]) => ({
    type: "SourceBuild" as const,
    projectId,
    ...(branch === null ? {} : { branch }),
  }));
  const deploy = fc.record({
    type: fc.constant("SourceDeploy" as const),
    projectId: id,
    stageId: id,
    scenarioId: id,
  });
  return fc.tuple(fc.oneof(build, deploy), links).map(([own, linked]) => ({ name, ...own, ...linked }));
};

const tasks: fc.Arbitrary<Task[]> = fc
  .uniqueArray(word, { minLength: 1, maxLength: 6 })
  .chain((names) => fc.tuple(...names.map((name, index) => task(name, names.slice(0, index)))));

/** A pipeline in canonical form, without a mistake. */
export const pipeline: fc.Arbitrary<PipelineInputs> = fc.record(
  { name: word, description: fc.string({ maxLength: 40 }), tasks, triggers },
  { requiredKeys: ["name", "tasks"] },
);

/** The same value with some of its parts replaced by the engine's word for what is not known. */
export const withUnknowns = (value: unknown): fc.Arbitrary<unknown> =>
  fc.infiniteStream(fc.integer({ min: 0, max: 9 })).map((dice) => {
    const roll = (): number => Number(dice.next().value);
    const replace = (part: unknown): unknown => {
      if (roll() === 0) return unknownValue;
      if (Array.isArray(part)) return part.map(replace);
      if (typeof part !== "object" || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replace(inner)]));
    };
    return replace(value);
  });

/** The same pipeline in another order and spelling: everything that means nothing to the service is changed. */
export const respelled = (given: PipelineInputs): fc.Arbitrary<PipelineInputs> =>
  fc
    .tuple(shuffled(given.tasks), fc.integer({ min: 0, max: 3 }), respelledTriggers(given.triggers))
    .chain(([list, turn, other]) =>
      fc.tuple(...list.map((element) => respelledTask(element, turn))).map((respelledTasks) => ({
        name: given.name,
        ...(given.description === undefined
          ? turn === 0
            ? { description: "" }
            : {}
          : { description: given.description }),
        tasks: respelledTasks,
        ...(other === undefined ? {} : { triggers: other }),
      })),
    );

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const respelledTask = (given: Task, turn: number): fc.Arbitrary<Task> =>
  shuffled(given.linkedTasks ?? []).map((links) => ({
    ...given,
    projectId: turn % 2 === 0 ? String(given.projectId) : given.projectId,
    ...(links.length > 0 || turn > 1 ? { linkedTasks: links } : {}),
  }));

function respelledTriggers(given: Triggers | undefined): fc.Arbitrary<Triggers | undefined> {
  if (given === undefined) return fc.constantFrom(undefined, {}, { schedules: [] });
  return fc
    .tuple(
      shuffled(given.repositories ?? []),
      shuffled(given.schedules ?? []).chain((list) => fc.tuple(...list.map(respelledSchedule))),
      shuffled(given.pipelines ?? []).map((list) => list.map((trigger) => ({ id: String(trigger.id) }))),
    )
    .map(([repositories, schedules, pipelines]) => ({ repositories, schedules, pipelines }));
}

const respelledSchedule = (given: ScheduleTrigger): fc.Arbitrary<ScheduleTrigger> =>
  fc.tuple(shuffled(given.days), fc.boolean(), fc.boolean()).map(([weekdays, spelled, renamed]) => ({
    ...given,
    days: weekdays,
    timeZone: `${(renamed && otherNames[given.timeZone]) || given.timeZone}${spelled ? " (UTC+00:00)" : ""}`,
    onlyWithChange: given.onlyWithChange ?? false,
  }));
