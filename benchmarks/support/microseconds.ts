import { Bench } from "tinybench";

/**
 * Medians of how long some functions take, in microseconds, by name.
 *
 * @example await microseconds({ sort: () => [3, 1, 2].sort() }) // { sort: 0.2 }
 */
export async function microseconds(
  functions: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, number>> {
  const bench = new Bench({ time: 300, warmupTime: 100 });
  for (const [name, run] of Object.entries(functions)) bench.add(name, run);
  await bench.run();
  const medians = bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${name} could not be measured: ${result.state}`);
    return [name, result.latency.p50 * 1000] as const;
  });
  return Object.fromEntries(medians);
}
