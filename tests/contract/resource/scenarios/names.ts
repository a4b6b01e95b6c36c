import { expect } from "chai";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids } from "./steps.ts";

/** What a name is worth: taken, free, or on its way to being free. */
export const names: readonly Scenario[] = [
  scenario({
    title: "a name that is taken is an error with the id and both ways on, and nothing is sent",
    given: existing,
    verb: (bench, process) => bench.created(process),
    holds: ({ given: { id }, message, calls }, { noun }) => {
      expect(message()).to.equal(
        `A ${noun} named "shop" exists already, with id ${id}. To manage it here, add adopt: "${id}"; otherwise give ` +
          `this one another name.`,
      );
      expect(calls).to.not.include("create");
    },
  }),
  scenario({
    title: "a name that is taken shows at preview, with the id",
    given: existing,
    verb: (bench, process) => bench.checked(process, { urn: "urn:new", isPreview: true }),
    holds: ({ given: { id }, message, calls }, { noun }) => {
      expect(message())
        .to.match(/^name: /)
        .and.contain(`A ${noun} named "shop" exists already, with id ${id}.`);
      expect(calls).to.not.include("create");
    },
  }),
  scenario({
    title: "a name that is only on an old list is not believed taken",
    given: async (bench, process) => {
      const { id } = await existing(bench);
      await bench.list(process).all();
      bench.server.remove(id);
    },
    verb: (bench, process) => bench.created(process),
    holds: ({ result }, bench) => expect(ids(bench)).to.deep.equal([result().id]),
  }),
  scenario({
    title: "a name that two resources of a program want at once goes to one of them",
    given: (bench, process) => bench.checked(process),
    verb: ({ verbs }, { host }, inputs) =>
      Promise.allSettled([verbs.create({ inputs }, host), verbs.create({ inputs }, host)]),
    holds: ({ result }, bench) => {
      const [first, second] = result();
      expect([first.status, second.status]).to.deep.equal(["fulfilled", "rejected"]);
      expect(String((second as PromiseRejectedResult).reason)).to.contain(
        `Two resources of this program create a ${bench.noun} named "shop" at the same time. Give one of them another name.`,
      );
      expect(ids(bench)).to.have.length(1);
    },
  }),
  scenario({
    title: "a name is free again for the next resource after a create that failed",
    fault: { on: "create", status: 403, times: 1 },
    verb: async (bench, process) => {
      await bench.created(process).catch(() => undefined);
      return bench.created(process);
    },
    holds: ({ result }, bench) => expect(ids(bench)).to.deep.equal([result().id]),
  }),
  scenario({
    title: "a name of a resource that this process deleted is waited for until the service lets go of it",
    given: async (bench, process) => {
      const first = await existing(bench);
      const [{ labels } = { labels: "" }] = bench.server.resources();
      bench.server.showLate(25_000);
      await bench.deleted(process, first);
      return labels;
    },
    verb: (bench, process) => bench.created(process),
    holds: ({ given: labels, result, process }, bench) => {
      expect(process.messages.join("\n")).to.contain('Waiting for the name "shop" to become free, at most 60 s more.');
      expect(ids(bench)).to.deep.equal([result().id]);
      expect(bench.server.resources()[0]?.labels).to.not.equal(labels);
    },
  }),
  scenario({
    title: "a name is waited for as well when the service refuses it inside a 200",
    given: async (bench, process) => {
      const first = await existing(bench);
      bench.server.showLate(10_000);
      bench.server.refuseInsideSuccess();
      await bench.list(process).all();
      await bench.deleted(process, first);
    },
    verb: (bench, process) => bench.created(process),
    holds: ({ result }, bench) => expect(ids(bench)).to.deep.equal([result().id]),
  }),
  scenario({
    title: "a name of a resource that somebody else deleted just now is an error while it shows, and free afterwards",
    given: async (bench) => {
      const { id } = await existing(bench);
      bench.server.showLate(20_000);
      bench.server.remove(id);
    },
    fault: ({ tested }) => ({ on: "get", times: 1, ...tested.refusals.missing }),
    verb: (bench, process) => bench.created(process),
    holds: async ({ message }, bench) => {
      // The GET said missing once, and then showed the former resource again: it exists, as far as anybody can tell.
      expect(message()).to.contain("exists already");
      bench.time.advance(20_000);
      const { id } = await bench.created(bench.process());
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a name that a killed command took, on a service that shows it late, is reported with its id",
    needs: ["numbers", "key"],
    given: (bench) => {
      bench.server.allowTwins();
      bench.server.showLate(5_000);
      // The request has gone out, and nobody is there any more to take its response.
      bench.server.make("shop", "as made");
      return ids(bench);
    },
    verb: (bench, process) => bench.created(process),
    holds: ({ given: [left], result, process }, { noun }) => {
      expect(result().id).to.not.equal(left);
      expect(process.messages.join("\n")).to.contain(`warning: Another ${noun} is named "shop", too: id ${left!}.`);
    },
  }),
  scenario({
    title: "a name that stays taken by nothing that shows is an error after a minute",
    fault: ({ tested }) => ({ on: "create", ...tested.refusals.nameTaken }),
    verb: (bench, process) => bench.created(process),
    holds: ({ message, elapsedMs }, { noun }) => {
      expect(message()).to.equal(
        `The service says that the name "shop" is taken, but shows no ${noun} that has it. It may be one that was just ` +
          'deleted, or is just being created: run "pulumi up" again in a minute.',
      );
      expect(elapsedMs).to.equal(60_000);
    },
  }),
  scenario({
    title: "a name is not called taken where the service refuses something else: its words come after one more try",
    fault: ({ tested }) => ({ on: "create", ...tested.refusals.limit }),
    verb: (bench, process) => bench.created(process),
    holds: ({ message, calls }, { tested }) => {
      const { error } = tested.refusals.limit.body as { error: { message: string } };
      expect(message()).to.contain(error.message).and.not.contain("taken");
      expect(calls.filter((call) => call === "create")).to.have.length(2);
    },
  }),
  scenario({
    title: "a resource without a name of its program's own gets one made of the resource's, the same at every check",
    verb: (bench, process) =>
      Promise.all([1, 2].map(() => bench.checked(process, { name: undefined, urn: "urn:pulumi:dev::p::t:X::main" }))),
    holds: async ({ result }, bench) => {
      const [one, two] = result();
      expect(one?.name)
        .to.match(/^main-[0-9a-f]{7}$/)
        .and.equal(two?.name);
      const { state } = await bench.created(bench.process(), { name: one!.name });
      const again = { name: undefined, urn: "urn:pulumi:dev::p::t:X::renamed" };
      expect(await bench.checked(bench.process(), again, state), "kept").to.have.property("name", one!.name);
    },
  }),
];
