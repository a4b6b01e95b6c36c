import { median } from "./median.ts";

/** Something of ours and what it is measured against. */
export interface Pair<Value> {
  ours: Value;
  floor: Value;
}

/** How the two stand to each other, in whatever unit they were measured in. */
export interface Comparison extends Pair<number> {
  /** The middle one of the rounds' ratios; each of them compares neighbours in time. */
  ratio: number;
  /** The least and the greatest of the rounds' ratios. */
  spread: readonly [least: number, greatest: number];
  /** The middle one of the rounds' differences. */
  difference: number;
}

type Measures<Value> = Readonly<Pair<() => Promise<Value>>>;

/** Measures the two in turn, A B, B A, A B and so on: what else the machine does falls on both. */
export async function alternate<Value>(rounds: number, measures: Measures<Value>): Promise<Pair<Value>[]> {
  const pairs: Pair<Value>[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push(await measurePair(round, measures));
  return pairs;
}

/** One round: the floor first in rounds of even numbers. */
export async function measurePair<Value>(round: number, { ours, floor }: Measures<Value>): Promise<Pair<Value>> {
  if (round % 2 === 1) {
    const first = await ours();
    return { ours: first, floor: await floor() };
  }
  const first = await floor();
  return { floor: first, ours: await ours() };
}

/** The middle of what the rounds gave. */
export function compare(pairs: readonly Pair<number>[]): Comparison {
  const ratios = pairs.map(({ ours, floor }) => ours / floor);
  return {
    ours: median(pairs.map(({ ours }) => ours)),
    floor: median(pairs.map(({ floor }) => floor)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    difference: median(pairs.map(({ ours, floor }) => ours - floor)),
  };
}
