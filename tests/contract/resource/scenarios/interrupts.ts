import { expect } from "chai";
import type { CheckedInputs } from "../../../../provider/core/resource/index.ts";
import type { ProviderProcess } from "../../../../scripts/chaos/start-process.ts";
import type { Bench } from "../under-test/bench.ts";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids, partialIn } from "./steps.ts";

/** Checked, and interrupted as soon as the service has made the resource. */
async function interruptedOnceMade(bench: Bench, process: ProviderProcess): Promise<CheckedInputs> {
  const inputs = await bench.checked(process);
  bench.server.onRequest(() => {
    if (ids(bench).length > 0) process.interrupt();
  });
  return inputs;
}

const send = ({ verbs }: Bench, { host }: ProviderProcess, inputs: CheckedInputs) => verbs.create({ inputs }, host);

/** Ctrl-C: the command ends at once, and what was made is in the state. */
export const interrupts: readonly Scenario[] = [
  scenario({
    title: "Ctrl-C after the creation keeps the id and ends the wait at once",
    needs: ["key"],
    given: (bench, process) => {
      bench.server.showLate(20_000);
      return interruptedOnceMade(bench, process);
    },
    verb: send,
    holds: ({ failure, elapsedMs }, bench) => {
      const { id, message } = partialIn(failure());
      expect(ids(bench)).to.deep.equal([id]);
      expect(message).to.contain("interrupted").and.contain("The id is saved in the state");
      expect(elapsedMs).to.be.lessThan(1_000);
    },
  }),
  scenario({
    title: "Ctrl-C during the request that creates awaits its response",
    given: async (bench, process) => {
      const inputs = await bench.checked(process);
      await bench.list(process).all();
      bench.server.onRequest(process.interrupt);
      return inputs;
    },
    verb: send,
    holds: ({ failure }, bench) => expect(ids(bench)).to.deep.equal([partialIn(failure()).id]),
  }),
  scenario({
    title: "Ctrl-C after a lost response leaves time for one last look, which keeps the id of what was made",
    given: interruptedOnceMade,
    fault: { on: "create", times: 1, when: "after", kind: "reset" },
    verb: send,
    holds: ({ failure, elapsedMs }, bench) => {
      const { id, message } = partialIn(failure());
      expect(ids(bench)).to.deep.equal([id]);
      expect(message).to.contain("the command was interrupted");
      expect(elapsedMs).to.be.lessThan(1_000);
    },
  }),
  scenario({
    title: "Ctrl-C after a lost response ends the search within two seconds when nothing shows, and says so",
    given: (bench, process) => {
      bench.server.showLate(20_000);
      return interruptedOnceMade(bench, process);
    },
    fault: { on: "create", times: 1, when: "after", kind: "reset" },
    verb: send,
    holds: ({ message, elapsedMs }) => {
      expect(message()).to.contain("The command was interrupted before it showed.");
      expect(elapsedMs).to.be.within(1_000, 3_000);
    },
  }),
  scenario({
    title: "Ctrl-C while a name is waited for ends the command, and nothing is made",
    given: async (bench, process) => {
      const first = await existing(bench);
      const inputs = await bench.checked(process);
      bench.server.showLate(20_000);
      await bench.deleted(process, first);
      return inputs;
    },
    verb: (bench, process, inputs) => {
      void bench.time.wait(700).then(process.interrupt);
      return send(bench, process, inputs);
    },
    holds: ({ message, elapsedMs }, bench) => {
      expect(message()).to.equal(`The command was ended before ${bench.noun} "shop" was created. Nothing was made.`);
      expect(elapsedMs).to.be.lessThan(1_000);
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "Ctrl-C ends a delete's wait for the list at once, as a failure",
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.showLate(20_000);
      bench.server.remove(made.id);
      return made;
    },
    fault: ({ tested }) => ({ on: "delete", ...tested.refusals.missing }),
    verb: (bench, process, made) => {
      void bench.time.wait(700).then(process.interrupt);
      return bench.deleted(process, made);
    },
    holds: ({ failure, elapsedMs }) => {
      failure();
      expect(elapsedMs).to.equal(700);
    },
  }),
];
