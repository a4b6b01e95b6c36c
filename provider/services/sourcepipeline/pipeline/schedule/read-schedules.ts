import { days as dayNames, timePattern } from "../../api/limits.ts";
import { knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import type { Day } from "../pipeline.ts";
import { ianaName } from "../../../../core/validation/schedule/zones.ts";

/** A schedule whose days, time and zone are known and well-formed. */
export interface ReadableSchedule {
  /** Where it stands: `triggers.schedules[0]`. */
  path: string;
  days: readonly Day[];
  time: string;
  /** IANA name. */
  zone: string;
}

/** The schedules of a pipeline of which enough is known. */
export function readSchedules(inputs: unknown): ReadableSchedule[] {
  return knownList(knownRecord(knownRecord(inputs)["triggers"])["schedules"]).flatMap(readSchedule);
}

function readSchedule(value: unknown, index: number): ReadableSchedule[] {
  const { days: given, time: timeGiven, timeZone } = knownRecord(value);
  const days = dayNames.filter((day) => knownList(given).includes(day));
  const [time, zone] = [knownText(timeGiven), knownText(timeZone)];
  if (time === undefined || zone === undefined || !timePattern.test(time)) return [];
  return [{ path: `triggers.schedules[${index}]`, days, time, zone: ianaName(zone) }];
}
