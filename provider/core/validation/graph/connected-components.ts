/**
 * The nodes of a graph, parted into those that hang together whatever the direction of the edges, in the order of their
 * first nodes.
 *
 * @param next for each node, the nodes it leads to
 * @example findParts([[2], [], []]) // [[0, 2], [1]]
 */
export function findParts(next: readonly (readonly number[])[]): number[][] {
  const above = next.map((_, node) => node);
  next.forEach((followers, node) => {
    for (const follower of followers) join(above, node, follower);
  });

  const parts = new Map<number, number[]>();
  for (const node of above.keys()) {
    const first = firstOf(above, node);
    const part = parts.get(first);
    if (part) part.push(node);
    else parts.set(first, [node]);
  }
  return [...parts.values()];
}

function join(above: number[], one: number, other: number): void {
  const [first, second] = [firstOf(above, one), firstOf(above, other)];
  above[Math.max(first, second)] = Math.min(first, second);
}

/** The first node of a part; the way there is halved in passing, so that it stays short. */
function firstOf(above: number[], node: number): number {
  let at = node;
  for (let up = above[at] ?? at; up !== at; up = above[at] ?? at) {
    above[at] = above[up] ?? up;
    at = up;
  }
  return at;
}
