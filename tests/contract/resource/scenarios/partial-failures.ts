import { expect } from "chai";
import type { ProviderProcess } from "../../../../scripts/chaos/start-process.ts";
import { asPlain } from "../../../../scripts/chaos/stack.ts";
import { keys } from "../../../../scripts/chaos/start-service.ts";
import type { Bench } from "../under-test/bench.ts";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids, nameIn, partialIn } from "./steps.ts";

/** A resource that exists reaches the state, whatever fails next. */
export const partialFailures: readonly Scenario[] = [
  scenario({
    title: "a create that cannot read what it made gives id, properties and the reason, and the next one only reads",
    given: (bench, process) => bench.checked(process, { text: "new" }),
    fault: { on: "get", status: 500 },
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs }, host),
    holds: async ({ given: inputs, failure, process }, bench) => {
      const partial = partialIn(failure());
      const { endpoint, accessKeyFingerprint: account } = process.host.connect();
      expect(ids(bench)).to.deep.equal([partial.id]);
      const unread = bench.tested.type.additionsUnread(inputs, {});
      expect(asPlain(partial.properties)).to.deep.equal({ ...inputs, ...unread, endpoint, account });
      expect(partial.reasons).to.deep.equal([partial.message]);
      expect(partial.message)
        .to.match(/^Created \w+ "shop".*, but reading it back failed: Could not get a \w+ at /)
        .and.match(/ The id is saved in the state; run "pulumi up" again\.$/)
        .and.contain(nameIn(bench, partial.id));

      bench.server.healed();
      bench.server.calls();
      const request = { id: partial.id, prior: partial.properties, inputs };
      const state = await bench.verbs.update(request, bench.process().host);
      expect(bench.tested.type.wasRead(state)).to.equal(true);
      expect(bench.server.calls(), "finished in place").to.deep.equal(["get"]);
    },
  }),
  scenario({
    title: "a create that cannot read what it made is called gone by a refresh when somebody has deleted it since",
    fault: { on: "get", status: 500 },
    verb: (bench, process) => bench.created(process),
    holds: async ({ failure }, bench) => {
      const { id, properties } = partialIn(failure());
      bench.server.healed();
      bench.server.remove(id);
      expect(await bench.read(bench.process(), { id, state: properties })).to.equal(undefined);
    },
  }),
  scenario({
    title: "a create that the service does not show in 30 s is kept",
    needs: ["key"],
    given: ({ server }) => server.showLate(31_000),
    verb: (bench, process) => bench.created(process),
    holds: async ({ failure }, bench) => {
      const { id, properties, message } = partialIn(failure());
      expect(message).to.contain("reading it back failed: not visible yet.");
      bench.time.advance(31_000);
      expect(await bench.read(bench.process(), { id, state: properties })).to.have.property("id", id);
    },
  }),
  scenario({
    title: "a create whose response tells no id, and that does not show in 30 s, names the way in",
    lacks: "key",
    given: ({ server }) => server.showLate(31_000),
    verb: (bench, process) => bench.created(process),
    holds: async ({ message }, bench) => {
      expect(message()).to.equal(
        `Created ${bench.noun} "shop", but its id is not known: it has not shown since. ` +
          `Add adopt: true, which manages it from the next "pulumi up" on.`,
      );
      bench.time.advance(31_000);
      const { id } = await bench.created(bench.process(), { adopt: true });
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a create whose response tells no id names the way in when the key may not list",
    lacks: "key",
    given: (bench, process) => {
      const { server } = bench;
      server.onRequest(() => {
        if (ids(bench).length > 0 && server.faultsFired() === 0) server.fault({ on: "list", status: 403, times: 1 });
      });
      return bench.checked(process);
    },
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs }, host),
    holds: ({ message }, { noun }) => {
      expect(message())
        .to.match(new RegExp(`^Created ${noun} "shop", but its id is not known: Could not list parcels at .*HTTP 403`))
        .and.contain("Add adopt: true");
    },
  }),
  scenario({
    title: "a create that shows after 30 s succeeds",
    given: ({ server }) => server.showLate(30_000),
    verb: (bench, process) => bench.created(process),
    holds: ({ result }, { tested }) => {
      expect(tested.type.wasRead(result().state)).to.equal(true);
    },
  }),
  scenario({
    title: "an update that cannot read what it wrote keeps the new inputs, and the next one only reads",
    needs: ["update"],
    given: unreadEdit,
    verb: (bench, _, { made, inputs }) =>
      bench.verbs.update({ id: made.id, prior: made.state, inputs }, bench.process().host),
    holds: async ({ given: { inputs }, failure }, bench) => {
      const { id, properties, message } = partialIn(failure());
      expect(message)
        .to.match(/^Updated \w+ "shop".*, but reading it back failed: /)
        .and.contain(nameIn(bench, id));
      const unread = bench.tested.type.additionsUnread(inputs, {});
      expect(asPlain(properties)).to.deep.include({ ...inputs, ...unread });

      bench.server.onRequest(() => undefined);
      bench.server.healed();
      bench.server.calls();
      const state = await bench.verbs.update({ id, prior: properties, inputs }, bench.process().host);
      expect(bench.tested.type.wasRead(state)).to.equal(true);
      expect(bench.server.calls()).to.deep.equal(["get"]);
    },
  }),
  scenario({
    title: "an update that cannot read what it wrote is found again with a renewed key",
    needs: ["update"],
    given: unreadEdit,
    verb: (bench, _, { made, inputs }) =>
      bench.verbs.update({ id: made.id, prior: made.state, inputs }, bench.process().host),
    holds: async ({ failure }, bench) => {
      const { id, properties } = partialIn(failure());
      bench.server.onRequest(() => undefined);
      bench.server.healed();
      const found = await bench.read(bench.process({ keys: keys.second }), { id, state: properties });
      expect(found?.state).to.have.property(bench.tested.textProperty, "new");
    },
  }),
  scenario({
    title: "an update whose response is lost is sent again, because it states the whole resource",
    needs: ["update"],
    given: existing,
    fault: { on: "update", when: "after", kind: "reset", times: 1 },
    verb: (bench, process, made) => bench.updated(process, made, { text: "new" }),
    holds: ({ calls }, { server }) => {
      expect(calls.filter((call) => call === "update")).to.have.length(2);
      expect(server.resources()[0]!.text).to.equal("new");
    },
  }),
  scenario({
    title: "an update waits until the service shows it",
    needs: ["update"],
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.showLate(10_000);
      return made;
    },
    verb: (bench, process, made) => bench.updated(process, made, { text: "new" }),
    holds: async ({ given: { id }, result, elapsedMs }, bench) => {
      expect(elapsedMs).to.be.within(10_000, 15_000);
      const seen = await bench.read(bench.process(), { id, state: result() });
      expect(seen?.state, "no drift").to.deep.equal(result());
    },
  }),
  scenario({
    title: "an update reports what somebody else changed in between, by property, and only then",
    needs: ["update"],
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.edit(made.id, { text: "by hand" });
      return made;
    },
    verb: (bench, process, made) => bench.updated(process, made, { text: "new" }),
    holds: async ({ given: made, process, result }, bench) => {
      const { textProperty } = bench.tested;
      expect(process.messages).to.deep.equal([
        `warning: ${bench.Noun} "shop" (id ${made.id}) was changed by somebody else since the last update: ` +
          `${textProperty}. This update replaces that.`,
      ]);
      const last = bench.process();
      await bench.updated(last, { id: made.id, state: result() as never }, { text: "newer" });
      expect(last.messages).to.deep.equal([]);
    },
  }),
  scenario({
    title: "an update whose responses were all lost is not blamed on somebody else by the next one",
    needs: ["update"],
    given: existing,
    fault: { on: "update", when: "after", kind: "reset" },
    verb: (bench, process, made) => bench.updated(process, made, { text: "new" }),
    holds: async ({ given: made, message }, bench) => {
      expect(message()).to.match(/^Could not \w+ a /);
      expect(bench.server.resources()[0]?.text).to.equal("new");
      bench.server.healed();
      const next = bench.process();
      await bench.updated(next, made, { text: "new" });
      expect(next.messages.filter((line) => line.startsWith("warning"))).to.deep.equal([]);
    },
  }),
  scenario({
    title: "an update of a resource that was deleted by hand names the way, and creates nothing",
    needs: ["update"],
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.remove(made.id);
      return made;
    },
    verb: (bench, process, made) => bench.updated(process, made, { text: "new" }),
    holds: ({ given: { id }, message }, bench) => {
      expect(message()).to.equal(
        `${bench.Noun} "shop" (id ${id}) is missing: it may have been deleted outside of this program. ` +
          `Run "pulumi up --refresh", which creates it again if it is really gone.`,
      );
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
];

/** A resource and an edit of it; once the service has the edit, it can be read no more. */
async function unreadEdit(bench: Bench, process: ProviderProcess) {
  const made = await existing(bench);
  const inputs = await bench.checked(process, { text: "new" }, made.state);
  let isBroken = false;
  bench.server.onRequest(() => {
    if (isBroken || bench.server.resources()[0]?.text !== "new") return;
    isBroken = true;
    bench.server.fault({ on: "get", status: 500 });
  });
  return { made, inputs };
}
