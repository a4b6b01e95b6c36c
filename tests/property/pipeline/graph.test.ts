import { expect } from "chai";
import fc from "fast-check";
import { checkGraph } from "../../../provider/services/sourcepipeline/pipeline/tasks/check-graph.ts";
import { findCycles } from "../../../provider/core/validation/graph/find-cycles.ts";
import { stronglyConnectedComponents } from "../../../provider/core/validation/graph/strongly-connected-components.ts";
import { connectedComponents } from "../../../provider/core/validation/graph/connected-components.ts";

/** A graph of up to nine nodes; edges of a node to itself are left out, as the rules leave them out. */
const graph = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .map((next) => next.map((followers, node) => followers.filter((follower) => follower !== node)));

/** Length of the shortest way between any two nodes, found the slow way (Floyd and Warshall). */
function distances(next: number[][]): number[][] {
  const far = next.map((followers) => next.map((_, node) => (followers.includes(node) ? 1 : Infinity)));
  for (const middle of far.keys())
    for (const from of far.keys())
      for (const to of far.keys()) far[from]![to] = Math.min(far[from]![to]!, far[from]![middle]! + far[middle]![to]!);
  return far;
}

describe("findCycles", () => {
  it("finds one shortest cycle in each strongly connected component, from its first node", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const far = distances(next);
        const starts = [...next.keys()].filter(
          (node) => far[node]![node]! < Infinity && !isComponentOfEarlier(far, node),
        );
        const cycles = findCycles(next);
        expect(cycles.map(([first]) => first)).to.deep.equal(starts);
        for (const cycle of cycles) {
          expect(cycle.length).to.equal(far[cycle[0]!]![cycle[0]!]);
          cycle.forEach((node, index) => expect(next[node]).to.include(cycle[(index + 1) % cycle.length]));
        }
      }),
    );
  });
});

const isComponentOfEarlier = (far: number[][], node: number): boolean =>
  far.some((_, other) => other < node && far[node]![other]! < Infinity && far[other]![node]! < Infinity);

describe("stronglyConnectedComponents", () => {
  it("groups the nodes that reach each other", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const far = distances(next);
        const components = stronglyConnectedComponents(next);
        expect(components.flat().sort()).to.deep.equal([...next.keys()]);
        for (const [node, others] of far.entries()) {
          const component = components.find((members) => members.includes(node))!;
          others.forEach((there, other) => {
            const together = other === node || (there < Infinity && far[other]![node]! < Infinity);
            expect(component.includes(other)).to.equal(together);
          });
        }
      }),
    );
  });
});

describe("connectedComponents", () => {
  it("groups the nodes that are connected, whatever the direction", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const both = next.map((followers, node) => [
          ...followers,
          ...next.flatMap((others, other) => (others.includes(node) ? [other] : [])),
        ]);
        const far = distances(both);
        const components = connectedComponents(next);
        expect(components.flat().sort()).to.deep.equal([...next.keys()]);
        expect(components.map(([first]) => first!)).to.deep.equal(
          components.map(([first]) => first!).toSorted((a, b) => a - b),
        );
        for (const component of components) {
          const [first = 0] = component;
          const reached = [...next.keys()].filter((node) => node === first || far[first]![node]! < Infinity);
          expect(component).to.deep.equal(reached);
        }
      }),
    );
  });
});

describe("checkGraph", () => {
  it("calls a graph right exactly when its tasks can be put in an order", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const tasks = next.map((_, node) => ({
          name: `t${String(node)}`,
          linkedTasks: next.flatMap((followers, other) => (followers.includes(node) ? [`t${String(other)}`] : [])),
        }));
        const hasCycle = distances(next).some((far, node) => far[node]! < Infinity);
        expect(checkGraph({ tasks }).some(({ code }) => code === "NCSP110")).to.equal(hasCycle);
      }),
    );
  });

  it("copes with a chain, and a cycle, of twenty thousand tasks", () => {
    const size = 20_000;
    const chain = Array.from({ length: size }, (_, index) => ({
      name: `t${String(index)}`,
      linkedTasks: index === 0 ? [] : [`t${String(index - 1)}`],
    }));
    expect(checkGraph({ tasks: chain })).to.deep.equal([]);
    chain[0]!.linkedTasks = [`t${String(size - 1)}`];
    expect(checkGraph({ tasks: chain }).map(({ code, path }) => `${code} ${path}`)).to.deep.equal(["NCSP110 tasks[0]"]);
  });
});
