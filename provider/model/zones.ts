/*
 * The service writes a time zone as its IANA name and an offset, `Asia/Seoul (UTC+09:00)`; programs may leave the
 * offset out.
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
 * The service's spelling of a zone, from its list; undefined when it offers no such zone.
 *
 * @example serviceSpelling("Asia/Seoul", ["Asia/Seoul (UTC+09:00)"]) // "Asia/Seoul (UTC+09:00)"
 */
export function serviceSpelling(zone: string, offered: readonly string[]): string | undefined {
  return (
    offered.find((spelling) => spelling === zone) ?? offered.find((spelling) => ianaName(spelling) === ianaName(zone))
  );
}
