/**
 * Whether an endpoint is on this machine, so that nothing leaves it; an emulator, as a rule.
 *
 * @param endpoint a URL
 */
export function isLoopback(endpoint: string): boolean {
  return URL.canParse(endpoint) && loopback.test(new URL(endpoint).hostname);
}

/** URLs write all of 127.0.0.0/8 as four numbers, and IPv6 in its shortest form. */
const loopback = /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/;
