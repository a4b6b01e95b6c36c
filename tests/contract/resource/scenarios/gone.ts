import { expect } from "chai";
import { keys } from "../../../../scripts/chaos/start-service.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import type { Fault } from "../under-test/type-under-test.ts";
import { existing, ids, titleIn } from "./steps.ts";

/** Responses that say nothing about a resource, however they look. */
const noProof: Readonly<Record<string, Fault>> = {
  "an authentication failure": { status: 401 },
  "a permission failure": { status: 401, body: { error: { errorCode: "210", message: "Permission Denied" } } },
  "a 403": { status: 403 },
  "a 429": { status: 429 },
  "a 500": { status: 500 },
  "a 503": { status: 503 },
  "a 404 of a wrong endpoint": { status: 404 },
  "a web page": { status: 404, body: "<html><title>Not here</title></html>" },
  "an empty response": { status: 200, body: "" },
  "a list without its content": { status: 200, body: { result: {} } },
  "a reset connection": { kind: "reset" },
  "no response in time": { kind: "hang" },
};

const isListed = (noun: string, id: string): string =>
  `${noun} ${id} is in the list, but GET returns not found. Try again in a minute.`;

/** When a resource is believed gone, and what a deletion waits for. */
export const gone: readonly Scenario[] = [
  ...Object.entries(noProof).map(([kind, fault]) =>
    scenario({
      title: `gone is never believed of ${kind}`,
      given: existing,
      fault,
      verb: (bench, process, made) => bench.read(process, made),
      holds: async ({ given: made, message }, bench) => {
        expect(message()).to.match(/^Could not (get a|list) \w+/);
        bench.server.healed();
        expect(await bench.read(bench.process(), made)).to.have.property("id", made.id);
      },
    }),
  ),
  scenario({
    title: "gone is not believed of a resource that the list shows",
    given: existing,
    fault: ({ tested }) => ({ on: "get", ...tested.refusals.missing }),
    verb: (bench, process, made) => bench.read(process, made),
    holds: ({ given: { id }, message }, { Noun }) => expect(message()).to.equal(isListed(Noun, id)),
  }),
  scenario({
    title: "gone is believed of a resource that was deleted by hand, and the next command makes another one",
    given: async (bench) => {
      const made = await existing(bench);
      const [{ labels } = { labels: "" }] = bench.server.resources();
      bench.server.remove(made.id);
      return { made, labels };
    },
    verb: (bench, process, { made }) => bench.read(process, made),
    holds: async ({ given: { labels }, result }, bench) => {
      expect(result()).to.equal(undefined);
      const { id } = await bench.created(bench.process());
      const [another, ...others] = bench.server.resources();
      expect(others).to.deep.equal([]);
      expect(another?.id).to.equal(id);
      expect(another?.labels).to.not.equal(labels);
    },
  }),
  scenario({
    title: "a read of an id that no state holds is an error where there is no such resource",
    verb: ({ verbs, tested }, { host }) => verbs.read({ id: tested.unusedId, prior: {} }, host),
    holds: ({ message }, { tested: { unusedId, type } }) => {
      expect(message()).to.equal(`There is no ${type.noun} with id ${unusedId}. ${type.listHint}`);
    },
  }),
  scenario({
    title: "a read of what no id can be says so",
    given: existing,
    verb: ({ verbs }, { host }, { state }) => verbs.read({ id: "no id", prior: state }, host),
    holds: ({ message }, { tested: { type } }) => {
      expect(message()).to.equal(`"no id" is not the id of a ${type.noun}. ${type.listHint}`);
    },
  }),
  scenario({
    title: "a delete whose response is lost ends well",
    given: existing,
    fault: { on: "delete", when: "after", kind: "reset", times: 1 },
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ result }, bench) => {
      result();
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "a delete that gets 'missing' while the list shows the resource is no success",
    given: existing,
    fault: { on: "delete", status: 404 },
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ given: { id }, message }, bench) => {
      expect(message()).to.equal(isListed(bench.Noun, id));
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a delete of what is going waits until the list has let go of it",
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.showLate(20_000);
      bench.server.remove(made.id);
      return made;
    },
    verb: (bench, process, made) => bench.deleted(process, made),
    holds: ({ result, elapsedMs }) => {
      result();
      expect(elapsedMs).to.be.within(20_000, 26_000);
    },
  }),
  scenario({
    title: "another account's key never makes a resource look deleted, to a read or to a delete",
    given: async (bench) => ({ made: await existing(bench), other: await bench.otherServer() }),
    verb: async (bench, _, { made, other }) => {
      const stranger = bench.process({ url: other.url, keys: keys.second });
      const { accessKeyFingerprint: account } = stranger.host.connect();
      const read = await messageOf(bench.read(stranger, made));
      return { account, messages: [read, await messageOf(bench.deleted(stranger, made))] };
    },
    holds: ({ given: { made, other }, result }, bench) => {
      const { account, messages } = result();
      const explanation =
        `${titleIn(bench, made.id)} is not in this account, but the state was written under another access key and ` +
        `at another endpoint. In use: ${other.url}, region KR (vpc, public), account ${account}; the state was ` +
        `written at ${made.state.endpoint}, account ${made.state.account}. Use what the state was written with. If it ` +
        `is the same account all the same and the ${bench.noun} was deleted, run "pulumi state delete" on its URN.`;
      expect(messages).to.deep.equal([explanation, explanation]);
      expect(ids(bench)).to.deep.equal([made.id]);
    },
  }),
  scenario({
    title: "a renewed key is no hindrance: another resource of the former key proves the account",
    given: async (bench, process) => {
      const kept = await bench.created(process, { name: "kept" });
      const removed = await bench.created(process, { name: "gone" });
      bench.server.remove(removed.id);
      return { kept, removed };
    },
    verb: (bench, _, { kept, removed }) => {
      const renewed = bench.process({ keys: keys.second });
      return Promise.all([bench.read(renewed, removed), bench.read(renewed, kept)]);
    },
    holds: ({ given: { kept }, result }) => {
      const outcomes = result();
      expect(outcomes.map((outcome) => outcome?.id)).to.deep.equal([undefined, kept.id]);
      expect(outcomes[1]?.state.account).to.not.equal(kept.state.account);
    },
  }),
  scenario({
    title: "with a renewed key, a deletion proves the account as well",
    given: async (bench, process) => {
      const one = await bench.created(process, { name: "one" });
      const removed = await bench.created(process, { name: "gone" });
      bench.server.remove(removed.id);
      return { one, removed };
    },
    verb: (bench, _, { one, removed }) => {
      const renewed = bench.process({ keys: keys.second });
      return Promise.all([bench.deleted(renewed, removed), bench.deleted(renewed, one)]);
    },
    holds: ({ result }, bench) => {
      result();
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "a resource is read and deleted in the location of its creation, whatever is configured now",
    given: async (bench, process) => {
      const inputs = { ...(await bench.checked(process)), region: "JPN" };
      return bench.verbs.create({ inputs }, process.host);
    },
    verb: (bench, _, made) => bench.read(bench.process(), made),
    holds: async ({ given: made, result }, bench) => {
      expect(bench.server.resources().map(({ region }) => region)).to.deep.equal(["JPN"]);
      expect(result()?.state).to.deep.equal(made.state);
      await bench.deleted(bench.process(), made);
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
];
