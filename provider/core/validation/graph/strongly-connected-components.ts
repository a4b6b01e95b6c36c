/**
 * The strongly connected components of a graph, by Kosaraju's two depth-first searches: one along the edges, and one
 * against them, in the opposite of the order in which the first one left the nodes. No recursion, so that a long chain of
 * tasks is no deeper than a short one.
 *
 * @param next for each node, the nodes it leads to
 * @example stronglyConnectedComponents([[1], [0], []]) // [[2], [0, 1]]
 */
export function stronglyConnectedComponents(next: readonly (readonly number[])[]): number[][] {
  const order = searchDepthFirst(next.keys(), next).flat();
  return searchDepthFirst(order.reverse(), reversed(next));
}

/** Searches from each start everything not seen yet; gives what each found, in the order in which it was left. */
function searchDepthFirst(starts: Iterable<number>, next: readonly (readonly number[])[]): number[][] {
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
