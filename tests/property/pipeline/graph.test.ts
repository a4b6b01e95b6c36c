import { expect } from "chai";
import fc from "fast-check";
import { checkGraph } from "../../../provider/services/sourcepipeline/pipeline/graph/check-graph.ts";
import { findCycles } from "../../../provider/core/validation/graph/find-cycles.ts";
import { findKnots } from "../../../provider/core/validation/graph/strongly-connected-components.ts";
import { findParts } from "../../../provider/core/validation/graph/connected-components.ts";

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
  it("finds one shortest way round for each knot, from its first node", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const far = distances(next);
        const starts = [...next.keys()].filter((node) => far[node]![node]! < Infinity && !inKnotOfEarlier(far, node));
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

const inKnotOfEarlier = (far: number[][], node: number): boolean =>
  far.some((_, other) => other < node && far[node]![other]! < Infinity && far[other]![node]! < Infinity);

describe("findKnots", () => {
  it("parts the nodes into those that reach each other", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const far = distances(next);
        const knots = findKnots(next);
        expect(knots.flat().sort()).to.deep.equal([...next.keys()]);
        for (const [node, others] of far.entries()) {
          const knot = knots.find((members) => members.includes(node))!;
          others.forEach((there, other) => {
            const together = other === node || (there < Infinity && far[other]![node]! < Infinity);
            expect(knot.includes(other)).to.equal(together);
          });
        }
      }),
    );
  });
});

describe("findParts", () => {
  it("parts the nodes into those that hang together", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const both = next.map((followers, node) => [
          ...followers,
          ...next.flatMap((others, other) => (others.includes(node) ? [other] : [])),
        ]);
        const far = distances(both);
        const parts = findParts(next);
        expect(parts.flat().sort()).to.deep.equal([...next.keys()]);
        expect(parts.map(([first]) => first!)).to.deep.equal(parts.map(([first]) => first!).toSorted((a, b) => a - b));
        for (const part of parts) {
          const [first = 0] = part;
          const reached = [...next.keys()].filter((node) => node === first || far[first]![node]! < Infinity);
          expect(part).to.deep.equal(reached);
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
        const circular = distances(next).some((far, node) => far[node]! < Infinity);
        expect(checkGraph({ tasks }).some(({ code }) => code === "NCSP110")).to.equal(circular);
      }),
    );
  });

  it("copes with a chain, and a circle, of twenty thousand tasks", () => {
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
