import { expect } from "chai";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids } from "./steps.ts";

/** What a change does, and how many calls the verbs need. */
export const changes: readonly Scenario[] = [
  scenario({
    title: "a create is one list, one request that creates and one that reads",
    needs: ["key"],
    given: (bench, process) => bench.checked(process),
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs }, host),
    holds: ({ result, calls }, { tested: { type }, server }) => {
      expect(calls).to.deep.equal(["list", "create", "get"]);
      const [stored] = server.resources();
      expect([result().id, result().state.name]).to.deep.equal([stored?.id, stored?.name]);
      expect(type.wasRead(result().state)).to.equal(true);
    },
  }),
  scenario({
    title: "a create whose response tells no id asks for the list once more, and for nothing else",
    lacks: "key",
    given: (bench, process) => bench.checked(process),
    verb: ({ verbs }, { host }, inputs) => verbs.create({ inputs }, host),
    holds: ({ result, calls }, bench) => {
      expect(calls).to.deep.equal(["list", "create", "list", "get"]);
      expect(ids(bench)).to.deep.equal([result().id]);
    },
  }),
  scenario({
    title: "a read is one request, and shows no drift",
    given: existing,
    verb: (bench, process, made) => bench.read(process, made),
    holds: async ({ given: { id, state }, result, calls }, bench) => {
      expect(result()?.id).to.equal(id);
      expect(result()?.state).to.deep.equal(state);
      expect(calls).to.deep.equal(["get"]);
      expect(await bench.checked(bench.process(), {}, state), "no change").to.deep.equal(result()?.inputs);
    },
  }),
  scenario({
    title: "a read shows what was changed by hand as drift",
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.edit(made.id, { text: "by hand" });
      return made;
    },
    verb: (bench, process, made) => bench.read(process, made),
    holds: ({ given: { state }, result }, { tested: { textProperty } }) => {
      expect(result()?.inputs).to.have.property(textProperty, "by hand");
      expect(result()?.state).to.deep.equal({ ...state, [textProperty]: "by hand" });
    },
  }),
  scenario({
    title: "a delete is the list, which proves that it is the one, and one request",
    given: existing,
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ result, calls }, bench) => {
      result();
      expect(calls).to.deep.equal(["list", "delete"]);
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "a delete of what is gone is a success, and nothing is sent",
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.remove(made.id);
      return made;
    },
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ result, calls, elapsedMs }) => {
      result();
      expect(calls).to.not.include("delete");
      expect(elapsedMs).to.equal(0);
    },
  }),
  scenario({
    title: "a delete reads what the list does not show, or may not show",
    given: existing,
    fault: { on: "list", status: 403 },
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ result, calls }, bench) => {
      result();
      expect(calls).to.deep.equal(["list", "get", "delete"]);
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "a change of content is one update between two reads where it can be made in place",
    needs: ["update"],
    given: existing,
    verb: async (bench, process, { id, state }) => {
      const inputs = await bench.checked(process, { text: "new" }, state);
      expect(await bench.verbs.diff(state, inputs, process.host)).to.deep.equal([]);
      bench.server.calls();
      return bench.verbs.update({ id, prior: state, inputs }, process.host);
    },
    holds: ({ result, calls }, { server, tested }) => {
      expect(calls).to.deep.equal(["get", "update", "get"]);
      expect(result()).to.have.property(tested.textProperty, "new");
      expect(server.resources()[0]?.text).to.equal("new");
    },
  }),
  scenario({
    title: "a change of content replaces where nothing can be changed in place",
    lacks: "update",
    given: existing,
    verb: async (bench, process, { state }) => {
      const inputs = await bench.checked(process, { text: "new" }, state);
      return bench.verbs.diff(state, inputs, process.host);
    },
    holds: ({ result }, { tested }) => expect(result()).to.deep.equal([tested.textProperty]),
  }),
  scenario({
    title: "a change of the name or the location replaces, and nothing changed replaces nothing",
    given: existing,
    verb: async (bench, process, { state }) => {
      const inputs = await bench.checked(process, {}, state);
      const changed = [{}, { name: "other" }, { region: "JPN" }, { platform: "classic" }, { site: "gov" }] as const;
      return Promise.all(changed.map((change) => bench.verbs.diff(state, { ...inputs, ...change }, process.host)));
    },
    holds: ({ result }) => expect(result()).to.deep.equal([[], ["name"], ["region"], ["platform"], ["site"]]),
  }),
  scenario({
    title: "a replacement gets another name than what it replaces where the program gives none",
    given: (bench) => bench.created(bench.process(), { name: undefined, urn: "urn:pulumi:dev::p::t:X::main" }),
    verb: (bench, _, { state: { name, account, endpoint } }) => {
      const request = { name: undefined, urn: "urn:pulumi:dev::p::t:X::main", text: "new" };
      return bench.checked(bench.process(), { ...request, stored: { name, account, endpoint } });
    },
    holds: async ({ given, result, process }, bench) => {
      expect(result().name)
        .to.match(/^main-[0-9a-f]{7}$/)
        .and.not.equal(given.state.name);
      const next = await bench.verbs.create({ inputs: result() }, process.host);
      await bench.deleted(process, given);
      expect(ids(bench)).to.deep.equal([next.id]);
    },
  }),
  scenario({
    title: "an update without a change of content asks nothing, and keeps what the service added",
    given: existing,
    verb: async (bench, process, { id, state }) => {
      const inputs = await bench.checked(process, {}, state);
      bench.server.calls();
      return bench.verbs.update({ id, prior: state, inputs, timeoutMs: 1_000 }, process.host);
    },
    holds: ({ given: { state }, result, calls }) => {
      expect(result()).to.deep.equal(state);
      expect(calls).to.deep.equal([]);
    },
  }),
];
