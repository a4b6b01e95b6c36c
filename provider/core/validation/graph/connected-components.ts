/**
 * The connected components of a graph, whatever the direction of its edges, in the order of their first nodes.
 *
 * @param next for each node, the nodes it leads to
 * @example connectedComponents([[2], [], []]) // [[0, 2], [1]]
 */
export function connectedComponents(next: readonly (readonly number[])[]): number[][] {
  const parents = next.map((_, node) => node);
  next.forEach((followers, node) => {
    for (const follower of followers) join(parents, node, follower);
  });

  const components = new Map<number, number[]>();
  for (const node of parents.keys()) {
    const root = rootOf(parents, node);
    const component = components.get(root);
    if (component) component.push(node);
    else components.set(root, [node]);
  }
  return [...components.values()];
}

function join(parents: number[], one: number, other: number): void {
  const [first, second] = [rootOf(parents, one), rootOf(parents, other)];
  parents[Math.max(first, second)] = Math.min(first, second);
}

/** The first node of a component; the path to it is halved in passing, so that it stays short. */
function rootOf(parents: number[], node: number): number {
  let at = node;
  for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
    parents[at] = parents[up] ?? up;
    at = up;
  }
  return at;
}
