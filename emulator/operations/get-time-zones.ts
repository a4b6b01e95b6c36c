import { timeZones } from "../world/time-zones.ts";
import type { Handler } from "./handler.ts";

export const getTimeZones: Handler<"getTimeZones"> = () => ({ timeZone: timeZones });
