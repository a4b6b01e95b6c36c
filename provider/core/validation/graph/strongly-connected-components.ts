/**
 * The nodes of a graph, parted into those that reach each other (strongly connected components), by Kosaraju's two
 * walks: the nodes in the order in which a walk leaves them, then a walk against the edges in the opposite order. No
 * recursion, so that a long chain of tasks is no deeper than a short one.
 *
 * @param next for each node, the nodes it leads to
 * @example findKnots([[1], [0], []]) // [[2], [0, 1]]
 */
export function findKnots(next: readonly (readonly number[])[]): number[][] {
  const order = walk(next.keys(), next).flat();
  return walk(order.reverse(), reversed(next));
}

/** Walks from each start through everything not seen yet; gives what each found, in the order in which it was left. */
function walk(starts: Iterable<number>, next: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const left: number[] = [];
    const path = [{ node: start, edge: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const follower = next[top.node]?.[top.edge];
      top.edge += 1;
      if (follower === undefined) {
        left.push(top.node);
        path.pop();
      } else if (!seen.has(follower)) {
        seen.add(follower);
        path.push({ node: follower, edge: 0 });
      }
    }
    found.push(left);
  }
  return found;
}

function reversed(next: readonly (readonly number[])[]): number[][] {
  const previous = next.map((): number[] => []);
  next.forEach((followers, node) => {
    for (const follower of followers) previous[follower]?.push(node);
  });
  return previous;
}
