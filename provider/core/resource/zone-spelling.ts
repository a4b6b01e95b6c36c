import type { PipelineInputs } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import { rules } from "../../services/sourcepipeline/pipeline/rules/catalogue.ts";
import { suggestZone } from "../validation/schedule/suggest-zone.ts";
import type { ZoneSpelling } from "../../services/sourcepipeline/pipeline/wire.ts";
import { hasOffset, serviceSpelling } from "../validation/schedule/zones.ts";
import { PipelineError } from "./errors.ts";
import type { Lists } from "./lists.ts";
import type { Ports } from "./ports.ts";

type ZonePorts = Pick<Ports, "lists" | "validation">;

/**
 * How to write the zones of a pipeline. The checks have asked for the service's list already, so that it costs nothing;
 * where they ask nothing, it is asked for only when a schedule leaves the offset out.
 */
export async function zoneSpellingFor({ triggers }: PipelineInputs, ports: ZonePorts): Promise<ZoneSpelling> {
  const { lists, validation } = ports;
  const schedules = triggers?.schedules ?? [];
  const written = schedules.every(({ timeZone }) => hasOffset(timeZone));
  if (schedules.length === 0 || (written && validation === "offline")) return (zone) => zone;

  const offered = await offeredZones(lists, written);
  return (zone) => {
    const spelling = offered === undefined ? zone : serviceSpelling(zone, offered);
    if (spelling !== undefined) return spelling;
    const location = `triggers.schedules[${String(schedules.findIndex(({ timeZone }) => timeZone === zone))}].timeZone`;
    throw new PipelineError(
      `${location}: the service has no time zone "${zone}". ${suggestZone(zone, offered) ?? rules.NCSP205.hint}`,
    );
  };
}

/** The service's zones; a list that cannot be read is missed only where a spelling has to be found. */
async function offeredZones({ timeZones }: Lists, written: boolean): Promise<readonly string[] | undefined> {
  try {
    return await timeZones.all();
  } catch (error) {
    if (written) return undefined;
    throw error;
  }
}
