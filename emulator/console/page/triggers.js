/** @import { PipelineView } from "../console-view.ts" */

/**
 * What starts a pipeline besides people, in words.
 *
 * @typedef {object} TriggerView
 * @property {"push" | "schedule" | "pipeline"} kind
 * @property {string} title
 * @property {string} detail
 * @property {number} [pipeline] id of the pipeline that it waits for
 */

/**
 * @param {PipelineView} pipeline
 * @param {ReadonlyMap<number, string>} names of the pipelines that are shown
 * @returns {TriggerView[]}
 */
export const triggersOf = ({ trigger }, names) => [
  ...trigger.repository.map(({ name, branch }) => ({
    kind: /** @type {const} */ ("push"),
    title: name,
    detail: `push to ${branch}`,
  })),
  ...trigger.schedule.map(({ day, time, timeZone, scheduleOnlyWithChange }) => ({
    kind: /** @type {const} */ ("schedule"),
    title: `${daysOf(day)} ${time}`,
    detail: timeZone.replace(/ \(.*/, "") + (scheduleOnlyWithChange ? ", if changed" : ""),
  })),
  ...trigger.sourcepipeline.map(({ id }) => ({
    kind: /** @type {const} */ ("pipeline"),
    title: names.get(id) ?? `pipeline ${id}`,
    detail: "after its success",
    pipeline: id,
  })),
];

const week = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/**
 * Days in few words; three and more in a row become a range.
 *
 * @param {readonly string[]} days
 * @returns {string} such as `Mon–Fri` or `Tue Sat`
 */
function daysOf(days) {
  if (days.length === week.length) return "daily";
  const names = week.map((day) => (days.includes(day) ? day.charAt(0) + day.slice(1).toLowerCase() : "|"));
  const streaks = names
    .join(" ")
    .split("|")
    .map((streak) => streak.trim().split(" "));
  return streaks
    .map((streak) => (streak.length > 2 ? `${streak[0]}–${streak.at(-1)}` : streak.join(" ")))
    .filter(Boolean)
    .join(" ");
}
