/** How long something took, in milliseconds. */
export async function timeIt(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
