const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * A duration as Pulumi's `customTimeouts` write it, in milliseconds; undefined when it is not one.
 *
 * @example millisecondsOf("1h30m") // 5400000
 */
export function millisecondsOf(duration: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(duration)) return undefined;
  return [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
    .map(([, amount, unit]) => Number(amount) * (units[unit ?? ""] ?? 0))
    .reduce((sum, part) => sum + part, 0);
}
