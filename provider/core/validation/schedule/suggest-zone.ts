import { nearest, quoted } from "../nearest.ts";
import { createZoneOffsets } from "./zone-offsets.ts";
import { ianaName, mayExist, serviceSpelling } from "./zones.ts";

/**
 * What to write instead of a zone that cannot be had, a sentence: the zones that an abbreviation stands for, those with
 * the same clock, the one of the same city, or the one with the most similar name; undefined when none is like it.
 *
 * @param offered the service's zones; without them, the hint is taken from all zones that exist
 * @example suggestZone("KST") // 'Did you mean "Asia/Seoul"?'
 */
export function suggestZone(zone: string, offered?: readonly string[]): string | undefined {
  const name = ianaName(zone);
  const zones = (offered ?? existingZones()).map(ianaName);
  const meant = (abbreviations[name.toUpperCase()] ?? []).flatMap((one) => serviceSpelling(one, zones) ?? []);
  if (meant.length > 0) return didYouMean(meant);

  const clock = clockOf(name);
  const alike = clock === undefined ? [] : zones.filter((candidate) => clockOf(candidate) === clock);
  if (alike.length > 0) return `These have the same offset all year: ${quoted(alike.slice(0, mostNamed))}.`;
  const near = nearestZone(name, zones);
  return near === undefined ? undefined : didYouMean([near]);
}

const mostNamed = 3;

const didYouMean = (names: readonly string[]): string => `Did you mean ${quoted(names)}?`;

/** What people write for zones and no zone is called; several where it has several meanings. The service's own first. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  KST: ["Asia/Seoul"],
  ACST: ["Australia/Adelaide", "Australia/Darwin"],
  AEDT: ["Australia/Sydney"],
  AEST: ["Australia/Sydney", "Australia/Brisbane"],
  AST: ["America/Halifax"],
  AWST: ["Australia/Perth"],
  BST: ["Europe/London"],
  CDT: ["America/Chicago"],
  CEST: ["Europe/Berlin", "Europe/Paris"],
  CST: ["America/Chicago", "Asia/Shanghai"],
  EDT: ["America/New_York"],
  EEST: ["Europe/Athens", "Europe/Helsinki"],
  HKT: ["Asia/Hong_Kong"],
  ICT: ["Asia/Bangkok", "Asia/Ho_Chi_Minh"],
  IST: ["Asia/Kolkata"],
  JST: ["Asia/Tokyo"],
  MDT: ["America/Denver"],
  MSK: ["Europe/Moscow"],
  NST: ["America/St_Johns"],
  NZDT: ["Pacific/Auckland"],
  NZST: ["Pacific/Auckland"],
  PDT: ["America/Los_Angeles"],
  PHT: ["Asia/Manila"],
  PST: ["America/Los_Angeles"],
  SGT: ["Asia/Singapore"],
  WIB: ["Asia/Jakarta"],
};

/** What programs are likely to mean comes first: of the others nobody knows which is meant. */
const existingZones = (): string[] => [
  ...new Set([...Object.values(abbreviations).flat(), ...Intl.supportedValuesOf("timeZone"), ...newerNames]),
];

/** Of zones that Intl lists under their former names. */
const newerNames = [
  "America/Argentina/Buenos_Aires",
  "America/Nuuk",
  "Asia/Kathmandu",
  "Asia/Yangon",
  "Etc/UTC",
  "Europe/Kyiv",
] as const;

/** What the clocks of a zone, or of an offset such as "GMT+9" or "+09:00", show all year; undefined for other strings. */
function clockOf(name: string): string | undefined {
  const offset = fixedOffset(name);
  if (offset !== undefined) return instants.map(() => offset).join();
  if (!mayExist(name)) return undefined;
  const clock = clocks.get(name) ?? instants.map((instant) => offsets(name, instant)).join();
  clocks.set(name, clock);
  return clock;
}

/** The answers never change, and a thousand pipelines may have the same mistake. */
const clocks = new Map<string, string>();
const offsets = createZoneOffsets();

/** The middle of each month, between all days on which clocks are changed. Any recent year does. */
const instants = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15));

/** The milliseconds of an offset. The zone `Etc/GMT+9` is no such offset: its sign is the other way round. */
function fixedOffset(text: string): number | undefined {
  const [, sign, hours, minutes = "0"] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$/i.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
}

/** The zone of the same city; else the one with the most similar name, or of the most similar city. */
function nearestZone(name: string, zones: readonly string[]): string | undefined {
  const city = cityOf(name);
  const cities = zones.map(cityOf);
  const similar = name.includes("/") ? undefined : nearest(city, cities, 1)[0];
  return zones[cities.indexOf(city)] ?? zones[cities.indexOf(similar ?? "")] ?? nearest(name, zones, 1)[0];
}

/** The last part of a zone's name, without what people leave out: "newyork". */
const cityOf = (zone: string): string =>
  zone
    .slice(zone.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
