import { quoted } from "../../../../core/validation/nearest.ts";
import { defineRules } from "../../../../core/validation/rule.ts";
import { days } from "../../api/limits.ts";

/** When a pipeline starts by itself. */
export const scheduleRules = defineRules({
  NCSP201: {
    severity: "error",
    title: "A schedule names days of the week",
    example: `triggers: { schedules: [{ days: ["MONDAY"], time: "03:30", timeZone: "Asia/Seoul" }] }`,
    // No template: TypeScript 3.8 cannot read the type of one in declarations.
    hint: "Use ".concat(quoted(days), "."),
  },
  NCSP202: {
    severity: "error",
    title: "A schedule's time is `HH:mm`, 24 hours",
    example: `triggers: { schedules: [{ days: ["MON"], time: "3:30 am", timeZone: "Asia/Seoul" }] }`,
    hint: 'Write it as HH:mm, from "00:00" to "23:59".',
  },
  NCSP203: {
    severity: "error",
    title: "A schedule names at least one day",
    example: `triggers: { schedules: [{ days: [], time: "03:30", timeZone: "Asia/Seoul" }] }`,
    hint: 'Name at least one, as in ["MON", "FRI"].',
  },
  NCSP204: {
    severity: "warning",
    title: "No two schedules start the pipeline at the same time",
    example: `triggers: {
  schedules: [
    { days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul" },
    { days: ["FRI"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)" },
  ],
}`,
    hint: "Remove one of them, or give them different days.",
  },
  NCSP205: {
    severity: "error",
    title: "A schedule's time zone is one that the service offers",
    example: `triggers: { schedules: [{ days: ["MON"], time: "03:30", timeZone: "Asia/Seol" }] }`,
    hint: "Use a zone that getTimeZones() lists, with or without its offset.",
  },
  NCSP206: {
    severity: "warning",
    title: "A schedule's time exists on every day",
    example: `triggers: { schedules: [{ days: ["SUN"], time: "02:30", timeZone: "America/New_York" }] }`,
    hint: "What the service does then is not documented. Choose a time that daylight saving time (DST) does not skip.",
  },
  NCSP207: {
    severity: "warning",
    title: "A schedule's time exists only once on every day",
    example: `triggers: { schedules: [{ days: ["SUN"], time: "01:30", timeZone: "America/New_York" }] }`,
    hint: "Whether the service starts one run or two is not documented. Choose a time that daylight saving time (DST) does not repeat.",
  },
});
