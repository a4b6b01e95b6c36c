import { stronglyConnectedComponents } from "./strongly-connected-components.ts";

/**
 * The shortest cycle through the first node of each strongly connected component. Takes time in proportion to nodes and
 * edges.
 *
 * @param next for each node, the nodes it leads to
 * @returns nodes in the order of the edges; the first one is the lowest of its component, and is not repeated at the end
 * @example findCycles([[1], [0], []]) // [[0, 1]]
 */
export function findCycles(next: readonly (readonly number[])[]): number[][] {
  const components = stronglyConnectedComponents(next);
  const componentOf = new Map(
    components.flatMap((component, index) => component.map((node) => [node, index] as const)),
  );
  return components
    .filter((component) => component.length > 1)
    .map((component) => shortestCycle(lowest(component), next, componentOf))
    .sort(([one = 0], [other = 0]) => one - other);
}

const lowest = (nodes: readonly number[]): number => nodes.reduce((least, node) => Math.min(least, node), Infinity);

function shortestCycle(
  start: number,
  next: readonly (readonly number[])[],
  componentOf: ReadonlyMap<number, number>,
): number[] {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const follower of next[node] ?? []) {
      if (follower === start) return pathTo(node, start, cameFrom);
      if (componentOf.get(follower) !== componentOf.get(start) || cameFrom.has(follower)) continue;
      cameFrom.set(follower, node);
      queue.push(follower);
    }
  }
  return [];
}

function pathTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path: number[] = [];
  for (let node: number | undefined = end; node !== undefined && node !== start; node = cameFrom.get(node)) {
    path.push(node);
  }
  return [start, ...path.reverse()];
}
