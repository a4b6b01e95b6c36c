/**
 * The middle of some figures, or the mean of the two in the middle: one slow round on a busy machine does not move it.
 *
 * @example median([3, 1, 10]) // 3
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
