import { suggestion } from "../model/nearest.ts";
import type { PipelineInputs } from "../model/pipeline.ts";
import type { ZoneSpelling } from "../model/wire.ts";
import { hasOffset, ianaName, serviceSpelling } from "../model/zones.ts";
import { PipelineError } from "./errors.ts";
import type { Lists } from "./lists.ts";

/** How to write the zones of a pipeline; asks for the service's list only when a schedule leaves the offset out. */
export async function zoneSpellingFor({ triggers }: PipelineInputs, lists: Lists): Promise<ZoneSpelling> {
  const schedules = triggers?.schedules ?? [];
  if (schedules.every(({ timeZone }) => hasOffset(timeZone))) return (zone) => zone;

  const offered = await lists.timeZones();
  return (zone) => {
    const spelling = serviceSpelling(zone, offered);
    if (spelling !== undefined) return spelling;
    const place = `triggers.schedules[${String(schedules.findIndex(({ timeZone }) => timeZone === zone))}].timeZone`;
    throw new PipelineError(
      `${place}: the service has no time zone "${zone}". ${suggestion(zone, offered.map(ianaName))}`,
    );
  };
}
