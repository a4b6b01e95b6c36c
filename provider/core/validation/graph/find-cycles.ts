import { findKnots } from "./strongly-connected-components.ts";

/**
 * The shortest way round from the first node of each knot, a knot being nodes that all reach each other. Takes time in
 * proportion to nodes and edges.
 *
 * @param next for each node, the nodes it leads to
 * @returns nodes in the order of the edges; the first one is the lowest of its knot, and is not repeated at the end
 * @example findCycles([[1], [0], []]) // [[0, 1]]
 */
export function findCycles(next: readonly (readonly number[])[]): number[][] {
  const knots = findKnots(next);
  const knotOf = new Map(knots.flatMap((knot, index) => knot.map((node) => [node, index] as const)));
  return knots
    .filter((knot) => knot.length > 1)
    .map((knot) => shortestCycle(lowest(knot), next, knotOf))
    .sort(([one = 0], [other = 0]) => one - other);
}

const lowest = (nodes: readonly number[]): number => nodes.reduce((least, node) => Math.min(least, node), Infinity);

function shortestCycle(
  start: number,
  next: readonly (readonly number[])[],
  knotOf: ReadonlyMap<number, number>,
): number[] {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const follower of next[node] ?? []) {
      if (follower === start) return wayTo(node, start, cameFrom);
      if (knotOf.get(follower) !== knotOf.get(start) || cameFrom.has(follower)) continue;
      cameFrom.set(follower, node);
      queue.push(follower);
    }
  }
  return [];
}

function wayTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way: number[] = [];
  for (let node: number | undefined = end; node !== undefined && node !== start; node = cameFrom.get(node)) {
    way.push(node);
  }
  return [start, ...way.reverse()];
}
