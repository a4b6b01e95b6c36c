/** Longer than this nobody waits, whatever the service asks for: 30 seconds, in milliseconds. */
const cap = 30_000;

/**
 * Reads a `Retry-After` header: seconds or a date (RFC 9110, section 10.2.3).
 *
 * @param now The service's clock, in milliseconds since the epoch: what a date counts from.
 * @returns Milliseconds from 0 to 30,000; undefined when the header is absent or says nothing.
 * @example parseRetryAfter("2", now) // 2000
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  const milliseconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), cap);
}
