/**
 * How far a zone's local time is ahead of UTC at an instant, both in milliseconds; undefined for a zone that the
 * machine does not know.
 */
export type OffsetAt = (zone: string, instant: number) => number | undefined;

/** Looks offsets up in the machine's zone data; formatters are costly and kept. */
export function createOffsets(): OffsetAt {
  const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
  return (zone, instant) => {
    if (!formatters.has(zone)) formatters.set(zone, formatterFor(zone));
    const parts = formatters.get(zone)?.formatToParts(instant);
    return parts && parseOffset(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  };
}

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
}

/** `"GMT+05:30"` in milliseconds; plain `"GMT"` is 0. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -size : size;
}
