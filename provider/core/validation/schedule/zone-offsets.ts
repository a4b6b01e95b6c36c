/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds; undefined for a zone that nobody knows. */
export type ZoneOffsets = (zone: string, instant: number) => number | undefined;

/**
 * Offsets from the time zones of the JavaScript engine. Making a formatter costs a hundred readings, and a reading a
 * hundred look-ups, so both are kept as long as the result is.
 *
 * @example createZoneOffsets()("Asia/Seoul", Date.UTC(2026, 0, 1)) // 32_400_000
 */
export function createZoneOffsets(): ZoneOffsets {
  const zones = new Map<string, (second: number) => number | undefined>();
  return (zone, instant) => {
    const offset = zones.get(zone) ?? createZone(zone);
    zones.set(zone, offset);
    return offset(Math.floor(instant / 1000));
  };
}

/** The offsets of one zone, by seconds since 1970. */
function createZone(zone: string): (second: number) => number | undefined {
  const format = formatOf(zone);
  if (!format) return () => undefined;
  const known = new Map<number, number>();
  return (second) => {
    const offset = known.get(second) ?? shownAt(format, second * 1000) - second * 1000;
    known.set(second, offset);
    return offset;
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
