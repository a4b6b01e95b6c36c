import { expect } from "chai";
import { keys } from "../../../../scripts/chaos/start-service.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids, partialIn, withStranger, writes } from "./steps.ts";

/** What proves that a state and a service belong together, and what does not. */
export const proof: readonly Scenario[] = [
  scenario({
    title: "a resource is gone at another endpoint only when another one proves the account",
    given: async (bench, process) => {
      const removed = await bench.created(process, { name: "gone" });
      const kept = await bench.created(process, { name: "kept" });
      return { removed, kept, other: await bench.otherServer() };
    },
    verb: async (bench, _, { removed, kept, other }) => {
      const message = await messageOf(bench.read(bench.process({ url: other.url }), removed));
      other.copy(bench.server, kept.id);
      const process = bench.process({ url: other.url });
      return { message, read: await Promise.all([bench.read(process, removed), bench.read(process, kept)]) };
    },
    holds: ({ given: { other }, result }) => {
      const { message, read } = result();
      expect(message).to.contain("the state was written at another endpoint");
      expect(read[0]).to.equal(undefined);
      expect(read[1]?.state.endpoint).to.equal(other.url);
    },
  }),
  scenario({
    title: "an update without a change of content does not claim that the state was written here",
    given: withStranger({ text: "another team's shop" }),
    verb: async (bench, _, { made: { id, state }, other }) => {
      const process = bench.process({ url: other.url, keys: keys.second });
      const inputs = await bench.checked(process, {}, state);
      return bench.verbs.update({ id, prior: state, inputs }, process.host);
    },
    holds: ({ given: { made }, result }) => {
      const { account, endpoint } = made.state;
      expect(result()).to.deep.include({ account, endpoint });
    },
  }),
  scenario({
    title: "a write that is still to be read, and cannot be at another endpoint, is not said to be written there",
    given: async (bench, process) => {
      const inputs = await bench.checked(process);
      bench.server.fault({ on: "get", status: 500 });
      const failure = await bench.verbs.create({ inputs }, process.host).catch((error: unknown) => error as Error);
      bench.server.healed();
      return { unread: partialIn(failure as Error), inputs, other: await bench.otherServer() };
    },
    verb: (bench, _, { unread: { id, properties }, inputs, other }) => {
      const { host } = bench.process({ url: other.url, keys: keys.second });
      return bench.verbs.update({ id, prior: properties, inputs }, host);
    },
    holds: async ({ given: { unread }, failure }, bench) => {
      const { endpoint, account } = unread.properties;
      expect(partialIn(failure()).properties).to.deep.include({ endpoint, account });
      const read = await bench.read(bench.process(), { id: unread.id, state: unread.properties });
      expect(read?.id).to.equal(unread.id);
    },
  }),
  scenario({
    title: "a resource at another endpoint is not proven by a twin of another one",
    given: async (bench, process) => {
      const [base, shop] = [await bench.created(process, { name: "base" }), await bench.created(process)];
      const other = await bench.otherServer();
      other.copy(bench.server, base.id);
      other.copy(bench.server, shop.id, { text: "another team's" });
      return { base, shop, other };
    },
    verb: async (bench, _, { base, shop, other }) => {
      const process = bench.process({ url: other.url, keys: keys.second });
      const read = await Promise.allSettled([bench.read(process, base), bench.read(process, shop)]);
      return { read, message: await messageOf(bench.deleted(process, shop)) };
    },
    holds: ({ given: { base, shop, other }, result }) => {
      expect(result().read.map(({ status }) => status)).to.deep.equal(["fulfilled", "rejected"]);
      expect(result().message).to.contain("Nothing was changed.");
      expect(other.resources().map(({ id }) => id)).to.deep.equal([base.id, shop.id]);
    },
  }),
  scenario({
    title:
      "a resource with another key is not proven by its labels when the state of the first version has no endpoint",
    given: withStranger({ text: "another team's" }),
    verb: (bench, _, { made: { id, state }, other }) => {
      const { endpoint: _endpoint, ...old } = state;
      return bench.verbs.delete({ id, prior: old }, bench.process({ url: other.url, keys: keys.second }).host);
    },
    holds: ({ given: { made, other }, message }) => {
      expect(message()).to.contain("it may be another account's");
      expect(other.resources().map(({ id }) => id)).to.deep.equal([made.id]);
    },
  }),
  scenario({
    title: "a state of the first version, which has no endpoint, is read with its own key",
    given: existing,
    verb: (bench, process, { id, state }) => {
      const { endpoint: _endpoint, ...old } = state;
      return bench.verbs.read({ id, prior: old }, process.host);
    },
    holds: ({ given, result }) => expect(result()?.state).to.deep.equal(given.state),
  }),
  scenario({
    title: "a state of the first version, which has no endpoint, is compared by name",
    needs: ["numbers"],
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.edit(made.id, { name: "other" });
      return made;
    },
    verb: (bench, process, { id, state }) => {
      const { endpoint: _endpoint, ...old } = state;
      return bench.verbs.delete({ id, prior: old }, process.host);
    },
    holds: ({ given: { id }, message }, bench) => {
      expect(message()).to.contain("unrecorded endpoint");
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a state without outputs, as after an import by hand, is compared all the same",
    given: withStranger({ text: "another team's" }),
    verb: (bench, _, { made: { id, state }, other }) => {
      const { outputs } = bench.tested.type;
      const imported = Object.fromEntries(Object.entries(state).filter(([key]) => !outputs.includes(key)));
      return bench.read(bench.process({ url: other.url }), { id, state: imported });
    },
    holds: ({ message }) => expect(message()).to.contain("it may be another account's"),
  }),
  scenario({
    title: "a replacement of what was written elsewhere is refused before anything is made",
    given: withStranger({}),
    verb: async (bench, _, { made: { state }, other }) => {
      const process = bench.process({ url: other.url });
      const inputs = await bench.checked(process, { name: "renamed" }, state);
      return bench.verbs.diff(state, inputs, process.host);
    },
    holds: ({ given: { other }, message }, { Noun }) => {
      expect(message())
        .to.contain(`${Noun} "shop" is to be replaced, but its state was written at another endpoint`)
        .and.contain("Nothing was changed.");
      expect(writes(other)).to.deep.equal([]);
    },
  }),
];
