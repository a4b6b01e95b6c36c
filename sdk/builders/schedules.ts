import type { Input } from "@pulumi/pulumi";
import { days } from "../../provider/services/sourcepipeline/api/limits.ts";
import type { Day } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { ScheduleTriggerArgs } from "./trigger-args.ts";

/** What a schedule has beside its days, time and zone. */
export interface ScheduleOptions {
  /** Run only when the pipeline or its repository changed since the last run; `false` unless given. */
  onlyWithChange?: Input<boolean | undefined> | undefined;
}

/**
 * A schedule for some days of the week.
 *
 * @param weekdays `MON` to `SUN`
 * @param time `HH:mm`, 24 hours, in the zone
 * @param timeZone as `getTimeZones` lists, with or without its offset
 * @example const schedule = ncloud.on(["MON", "FRI"], "03:30", "Asia/Seoul", { onlyWithChange: true });
 */
export function on(
  weekdays: Input<readonly Input<Day>[]>,
  time: Input<string>,
  timeZone: Input<string>,
  options: ScheduleOptions = {},
): ScheduleTriggerArgs {
  // A list of its own; what is no list stays as it is, for the rules to report.
  return {
    days: Array.isArray(weekdays) ? [...(weekdays as readonly Input<Day>[])] : weekdays,
    time,
    timeZone,
    ...options,
  };
}

/**
 * A schedule for every day of the week.
 *
 * @param time `HH:mm`, 24 hours, in the zone
 * @param timeZone as `getTimeZones` lists, with or without its offset
 * @example const schedule = ncloud.everyDay("03:30", "Asia/Seoul");
 */
export const everyDay = (
  time: Input<string>,
  timeZone: Input<string>,
  options?: ScheduleOptions,
): ScheduleTriggerArgs => on(days, time, timeZone, options);

/**
 * A schedule for Monday to Friday.
 *
 * @param time `HH:mm`, 24 hours, in the zone
 * @param timeZone as `getTimeZones` lists, with or without its offset
 * @example const schedule = ncloud.weekdays("09:00", "Asia/Seoul");
 */
export const weekdays = (
  time: Input<string>,
  timeZone: Input<string>,
  options?: ScheduleOptions,
): ScheduleTriggerArgs => on(days.slice(0, 5), time, timeZone, options);

/**
 * A schedule for Saturday and Sunday.
 *
 * @param time `HH:mm`, 24 hours, in the zone
 * @param timeZone as `getTimeZones` lists, with or without its offset
 * @example const schedule = ncloud.weekend("06:00", "Asia/Seoul");
 */
export const weekend = (time: Input<string>, timeZone: Input<string>, options?: ScheduleOptions): ScheduleTriggerArgs =>
  on(days.slice(5), time, timeZone, options);
