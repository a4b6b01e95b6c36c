import { expect } from "chai";
import { createOwners } from "../../../../provider/core/resource/owners.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids } from "./steps.ts";

/** One resource of the service has one owner, in a command with several provider processes. */
export const owners: readonly Scenario[] = [
  scenario({
    title: "a resource that another process adopts under another name in the program is not deleted",
    given: existing,
    verb: async (bench, _, made) => {
      const shared = createOwners();
      const [one, other] = [bench.process({ owners: shared }), bench.process({ owners: shared })];
      const adopted = await bench.created(other, { urn: "urn:y", adopt: true });
      await bench.deleted(one, made);
      return { adopted, messages: one.messages };
    },
    holds: ({ given: { id }, result }, bench) => {
      expect(result().adopted.id).to.equal(id);
      expect(result().messages.join()).to.contain("is kept");
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a name has one resource, whichever process is asked, and however loopback is written",
    given: (bench) => {
      const shared = createOwners();
      const url = bench.server.url.replace("127.0.0.1", "localhost");
      return [bench.process({ owners: shared }), bench.process({ owners: shared, url })] as const;
    },
    verb: async (bench, _, [one, other]) => {
      await bench.checked(one, { urn: "urn:x" });
      return messageOf(bench.checked(other, { urn: "urn:y" }));
    },
    holds: async ({ given: [, other], result }, bench) => {
      const { code } = bench.tested.type.sharedName("");
      expect(result()).to.contain(code).and.contain("urn:x");
      await bench.checked(other, { urn: "urn:x" });
    },
  }),
  scenario({
    title: "a resource that the state holds for another one of the program cannot be adopted, checked or not",
    given: existing,
    verb: (bench, process, { id }) =>
      bench.checked(process, { adopt: id, urn: "urn:y", stored: { holders: { shop: "urn:x" } } }),
    holds: ({ message }, { tested }) => expect(message()).to.contain(tested.type.sharedName("").code),
  }),
  scenario({
    title: "a name that another resource of the stack has in the state is not offered for adoption",
    given: existing,
    verb: (bench, process) => bench.created(process, { stored: { holder: "urn:x" } }),
    holds: ({ message, calls }, { noun }) => {
      expect(message()).to.contain("it is that of another resource of this stack, urn:x.").and.not.contain("adopt");
      expect(message()).to.contain(`A ${noun} cannot be renamed: give one of the two a name that is new`);
      expect(calls).to.not.include("create");
    },
  }),
  scenario({
    title: "an id that one resource lets go of is adopted by another one, and not made anew",
    given: async (bench) => {
      const { id, state } = await existing(bench);
      return { id, state: { ...state, adopt: id } };
    },
    verb: async (bench, process, { id, state }) => {
      await bench.checked(process, { urn: "urn:x", name: "shop-x", adopt: id }, state);
      const adopted = await bench.created(process, { urn: "urn:y", name: undefined, adopt: id });
      await bench.deleted(process, { id, state });
      return adopted;
    },
    holds: ({ given: { id }, result }, bench) => {
      expect(result().id).to.equal(id);
      expect(bench.server.resources().map(({ name }) => name)).to.deep.equal(["shop"]);
    },
  }),
];
