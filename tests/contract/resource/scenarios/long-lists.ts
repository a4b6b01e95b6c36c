import { expect } from "chai";
import type { Bench } from "../under-test/bench.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids } from "./steps.ts";

/** One resource of ours among sixty others, in lists that end after 20 entries without saying so. */
async function amongMany(bench: Bench) {
  bench.server.endListsAfter(20);
  const others = Array.from({ length: 60 }, (_, index) => `other-${String(index)}`);
  for (const name of others.slice(0, 30)) bench.server.make(name, "theirs");
  const made = await existing(bench);
  for (const name of others.slice(30)) bench.server.make(name, "theirs");
  return { made, others };
}

/** A list that is cut into pages. */
export const longLists: readonly Scenario[] = [
  scenario({
    title: "a list that ends early shows a taken name on any of its pages",
    given: amongMany,
    verb: (bench, _, { others }) =>
      Promise.all(
        ["shop", others[0], others[59]].map((name = "") => messageOf(bench.created(bench.process(), { name }))),
      ),
    holds: ({ result, calls }) => {
      for (const message of result()) expect(message).to.contain("exists already");
      expect(calls).to.not.include("create");
    },
  }),
  scenario({
    title: "a list that ends early does not make a resource on a later page look gone",
    given: amongMany,
    fault: ({ tested }) => ({ on: "get", ...tested.refusals.missing }),
    verb: (bench, process, { made }) => bench.read(process, made),
    holds: ({ message }) => expect(message()).to.contain("is in the list, but GET returns not found"),
  }),
  scenario({
    title: "a list that ends early has a resource that is deleted",
    given: amongMany,
    verb: (bench, process, { made }) => bench.deleted(process, made),
    holds: ({ given: { made, others }, result }, bench) => {
      result();
      expect(ids(bench)).to.have.length(others.length).and.not.include(made.id);
    },
  }),
];
