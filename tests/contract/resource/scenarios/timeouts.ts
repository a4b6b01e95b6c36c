import { expect } from "chai";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids, partialIn } from "./steps.ts";

/** How long a verb may take, as the resource's customTimeouts say. */
export const timeouts: readonly Scenario[] = [
  scenario({
    title: "the time of a delete ends its attempts",
    given: existing,
    fault: { on: "delete", status: 500 },
    verb: ({ verbs }, { host }, { id, state }) => verbs.delete({ id, prior: state, timeoutMs: 1_000 }, host),
    holds: ({ given: { id }, message, elapsedMs }, bench) => {
      expect(message()).to.match(/^Could not \w+ a /);
      expect(elapsedMs).to.be.at.most(1_000);
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "the time of a delete ends its wait for the list",
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.showLate(20_000);
      bench.server.remove(made.id);
      return made;
    },
    fault: ({ tested }) => ({ on: "delete", ...tested.refusals.missing }),
    verb: ({ verbs }, { host }, { id, state }) => verbs.delete({ id, prior: state, timeoutMs: 3_000 }, host),
    holds: ({ failure, elapsedMs }) => {
      failure();
      expect(elapsedMs).to.be.at.most(3_000);
    },
  }),
  scenario({
    title: "the time of a create ends the wait for what was made, and keeps its id",
    needs: ["key"],
    given: (bench, process) => {
      bench.server.showLate(20_000);
      return bench.checked(process);
    },
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs, timeoutMs: 5_000 }, host),
    holds: ({ failure, elapsedMs }, bench) => {
      expect(ids(bench)).to.deep.equal([partialIn(failure()).id]);
      expect(elapsedMs).to.be.at.most(5_000);
    },
  }),
  scenario({
    title: "the time of a create ends the wait for a name",
    given: (bench, process) => bench.checked(process),
    fault: ({ tested }) => ({ on: "create", ...tested.refusals.nameTaken }),
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs, timeoutMs: 5_000 }, host),
    holds: ({ message, elapsedMs }) => {
      expect(message()).to.contain("allow more time (customTimeouts of the resource)");
      expect(elapsedMs).to.be.at.most(5_000);
    },
  }),
  scenario({
    title: "a create whose response is lost is looked for during 10 s even when its own time is over",
    given: (bench, process) => {
      bench.server.showLate(7_000);
      return bench.checked(process);
    },
    fault: { on: "create", when: "after", kind: "reset", times: 1 },
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs, timeoutMs: 1_000 }, host),
    holds: ({ failure, elapsedMs }, bench) => {
      expect(ids(bench)).to.deep.equal([partialIn(failure()).id]);
      expect(elapsedMs).to.be.within(7_000, 10_000);
    },
  }),
  scenario({
    title: "the time of an update ends its attempts",
    needs: ["update"],
    given: async (bench, process) => {
      const { id, state } = await existing(bench);
      return { id, prior: state, inputs: await bench.checked(process, { text: "new" }, state) };
    },
    fault: { on: "update", status: 500 },
    verb: ({ verbs }, { host }, request) => verbs.update({ ...request, timeoutMs: 1_000 }, host),
    holds: ({ message, elapsedMs }) => {
      expect(message()).to.match(/^Could not \w+ a /);
      expect(elapsedMs).to.be.at.most(1_000);
    },
  }),
];
