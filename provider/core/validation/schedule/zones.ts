/*
 * The service writes a time zone as its IANA name and an offset, `Asia/Seoul (UTC+09:00)`. Programs may leave the offset
 * out, and use any IANA name of a zone: `Asia/Saigon` is `Asia/Ho_Chi_Minh`, `UTC` is `Etc/UTC`.
 */

/**
 * The IANA name in a spelling of either kind.
 *
 * @example ianaName("Asia/Seoul (UTC+09:00)") // "Asia/Seoul"
 */
export function ianaName(spelling: string): string {
  return spelling.replace(/ \(UTC[^)]*\)$/, "");
}

/** Whether a zone is written as the service writes it, so that no list is needed to send it. */
export const hasOffset = (spelling: string): boolean => ianaName(spelling) !== spelling;

/**
 * The name that all spellings of a zone share, for comparing; what is no zone stands for itself.
 *
 * @example canonicalZone("Etc/UTC (UTC+00:00)") === canonicalZone("GMT") // true
 */
export function canonicalZone(spelling: string): string {
  const name = ianaName(spelling);
  return canonicalName(name) ?? name;
}

/**
 * Whether a zone exists as far as can be determined without the service's list. What has the service's form counts as copied
 * from it: the service may offer a zone that is newer than this Node.
 *
 * @example mayExist("Asia/Seul") // false
 */
export const mayExist = (spelling: string): boolean => hasOffset(spelling) || canonicalName(spelling) !== undefined;

/**
 * The service's spelling of a zone, from its list; undefined when it offers no such zone.
 *
 * @example serviceSpelling("Asia/Saigon", ["Asia/Ho_Chi_Minh (UTC+07:00)"]) // "Asia/Ho_Chi_Minh (UTC+07:00)"
 */
export function serviceSpelling(zone: string, offered: readonly string[]): string | undefined {
  return (
    offered.find((spelling) => spelling === zone) ??
    offered.find((spelling) => ianaName(spelling) === ianaName(zone)) ??
    offered.find((spelling) => canonicalZone(spelling) === canonicalZone(zone))
  );
}

/** What Intl calls a zone; undefined for what is no IANA name. */
function canonicalName(name: string): string | undefined {
  if (!canonicalNames.has(name)) canonicalNames.set(name, isForeign(name) ? undefined : intlName(name));
  return canonicalNames.get(name);
}

/** The answers never change, and each costs as much as a thousand comparisons. */
const canonicalNames = new Map<string, string | undefined>();

function intlName(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/**
 * Whether Intl may know a name that is not of IANA: an offset, or one of Java's old abbreviations, of which `BST` is
 * the time of Bangladesh and `IST` that of India. The abbreviations that IANA has are listed.
 */
const isForeign = (name: string): boolean =>
  /^[^A-Z]|^[A-Z]{3}$/i.test(name) && !/^(CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/i.test(name);
