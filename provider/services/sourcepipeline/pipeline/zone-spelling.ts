import { ResourceError } from "../../../core/resource/errors.ts";
import type { Session } from "../../../core/session.ts";
import { suggestZone } from "../../../core/validation/schedule/suggest-zone.ts";
import { hasOffset, serviceSpelling } from "../../../core/validation/schedule/zones.ts";
import { accountOf } from "../account.ts";
import type { PipelineInputs } from "./pipeline.ts";
import type { ZoneSpelling } from "./wire.ts";

/**
 * How to write the zones of a pipeline. The checks have asked for the service's list already, so that it costs nothing;
 * where they ask nothing, it is asked for only when a schedule leaves the offset out.
 */
export async function zoneSpellingFor({ triggers }: PipelineInputs, session: Session): Promise<ZoneSpelling> {
  const schedules = triggers?.schedules ?? [];
  const written = schedules.every(({ timeZone }) => hasOffset(timeZone));
  if (schedules.length === 0 || (written && session.validation === "offline")) return (zone) => zone;

  const offered = await offeredZones(session, written);
  return (zone) => {
    const spelling = offered === undefined ? zone : serviceSpelling(zone, offered);
    if (spelling !== undefined) return spelling;
    const path = `triggers.schedules[${String(schedules.findIndex(({ timeZone }) => timeZone === zone))}].timeZone`;
    throw new ResourceError(`${path}: the service has no time zone "${zone}". ${suggestZone(zone, offered)}`);
  };
}

/** The service's zones; a list that cannot be read is missed only where a spelling has to be found. */
async function offeredZones(session: Session, written: boolean): Promise<readonly string[] | undefined> {
  try {
    return await accountOf(session).lists.timeZones.all();
  } catch (error) {
    if (written) return undefined;
    throw error;
  }
}
