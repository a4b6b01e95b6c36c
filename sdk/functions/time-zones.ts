import type { Output } from "@pulumi/pulumi";
import { timeZones } from "../../provider/services/sourcepipeline/functions/time-zones.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

/**
 * The time zones that schedules can have, in the service's spelling: `Asia/Seoul (UTC+09:00)`. Schedules take the part
 * in front of the offset and other IANA names of the zone, too.
 *
 * @example const zones = await ncloud.getTimeZones();
 */
export const getTimeZones = (options?: LookupOptions): Promise<string[]> =>
  lookUp("getTimeZones", timeZones, {}, options);

/** {@link getTimeZones} for outputs. */
export const getTimeZonesOutput = (options?: LookupOutputOptions): Output<string[]> =>
  lookUpOutput("getTimeZones", timeZones, {}, options);
