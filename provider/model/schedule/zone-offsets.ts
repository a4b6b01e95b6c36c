/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds; undefined for a zone that nobody knows. */
export type ZoneOffsets = (zone: string, instant: number) => number | undefined;

/**
 * Offsets from the time zones of the JavaScript engine. Making a formatter costs a hundred readings, so each zone's is
 * kept as long as the result is.
 *
 * @example createZoneOffsets()("Asia/Seoul", Date.UTC(2026, 0, 1)) // 32_400_000
 */
export function createZoneOffsets(): ZoneOffsets {
  const formats = new Map<string, Intl.DateTimeFormat | undefined>();
  return (zone, instant) => {
    if (!formats.has(zone)) formats.set(zone, formatOf(zone));
    const format = formats.get(zone);
    return format && shownAt(format, instant) - Math.floor(instant / 1000) * 1000;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return undefined;
  }
}

/** What the zone's clocks show at an instant, as if it were UTC. */
function shownAt(format: Intl.DateTimeFormat, instant: number): number {
  const shown = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
