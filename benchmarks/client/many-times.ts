import pLimit from "p-limit";

/** As many requests at a time as the client itself lets go. */
const concurrency = 6;

/** Makes a number of calls, six at a time. */
export async function manyTimes(count: number, call: () => Promise<unknown>): Promise<void> {
  const limit = pLimit(concurrency);
  await Promise.all(Array.from({ length: count }, () => limit(call)));
}
