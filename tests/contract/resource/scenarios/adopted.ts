import { expect } from "chai";
import { failureOf, type Scenario, scenario } from "../under-test/scenario.ts";
import { existing, ids } from "./steps.ts";

/** What comes after an adoption: changes, replacements, and the end of the resource that had it before. */
export const adopted: readonly Scenario[] = [
  scenario({
    title: "adopt means nothing any more once the resource is managed, until a rename replaces it",
    given: async (bench) => {
      const { id } = await existing(bench);
      return bench.created(bench.process(), { adopt: id });
    },
    verb: (bench, process, { state }) => bench.checked(process, {}, state),
    holds: async ({ given: { id, state }, result, process }, bench) => {
      expect(result()).to.deep.include({ adopt: id });
      expect(await bench.checked(process, { adopt: bench.tested.unusedId }, state)).to.deep.include({ adopt: id });

      const next = bench.process();
      const renamed = await bench.checked(next, { name: "renamed", adopt: id }, state);
      expect(renamed).to.not.have.property("adopt");
      expect(await bench.verbs.diff(state, renamed, process.host)).to.deep.equal(["name"]);
      // For a replacement the engine checks again, as if nothing had been there before.
      expect(await bench.checked(next, { name: "renamed", adopt: id })).to.deep.equal(renamed);
      const { id: other } = await bench.verbs.create({ inputs: renamed }, next.host);
      await bench.deleted(next, { id, state });
      expect(ids(bench)).to.deep.equal([other]);
    },
  }),
  scenario({
    title: "adopt is not repeated for what replaces the adopted resource because its content changes",
    lacks: "update",
    given: async (bench) => {
      const { id } = await existing(bench);
      return bench.created(bench.process(), { adopt: id });
    },
    verb: (bench, process, { id, state }) => bench.checked(process, { adopt: id, text: "new" }, state),
    holds: async ({ given: { id, state }, result, process }, bench) => {
      expect(result()).to.not.have.property("adopt");
      expect(await bench.verbs.diff(state, result(), process.host)).to.deep.equal([bench.tested.textProperty]);
      expect(await bench.checked(process, { adopt: id, text: "new" })).to.deep.equal(result());
    },
  }),
  scenario({
    title:
      "adopt under a new resource name in the same command keeps the resource from being deleted with the former one",
    given: existing,
    verb: async (bench, process, made) => {
      await bench.created(process, { adopt: true });
      await bench.deleted(process, made);
    },
    holds: ({ given: { id }, result, process }, bench) => {
      result();
      expect(ids(bench)).to.deep.equal([id]);
      expect(process.messages).to.include(
        `info: ${bench.Noun} ${id} is kept: another resource of this program has adopted it.`,
      );
    },
  }),
  ...(["true", "id"] as const).map((how) =>
    scenario({
      title: `adopt under a new resource name, by ${how}: a later command may delete the former one`,
      given: async (bench) => {
        const former = await existing(bench);
        const wanted = how === "true" ? true : former.id;
        return { former, wanted, adopted: await bench.created(bench.process(), { adopt: wanted }) };
      },
      // Something else failed, so the engine deleted nothing. The next command checks what the program has.
      verb: async (bench, process, { former, wanted, adopted }) => {
        await bench.checked(process, { adopt: wanted }, adopted.state);
        await bench.deleted(process, former);
      },
      holds: async ({ given: { former }, result }, bench) => {
        result();
        expect(ids(bench)).to.deep.equal([former.id]);
        // Without the new one in the program, a deletion is a deletion.
        await bench.deleted(bench.process(), former);
        expect(ids(bench)).to.deep.equal([]);
      },
    }),
  ),
  scenario({
    title: "adopt that fails half-way is done by the next command",
    given: existing,
    verb: async (bench, process, { id }) => {
      const inputs = await bench.checked(process, { adopt: id });
      bench.server.fault({ on: "get", status: 403, times: 1 });
      await failureOf(bench.verbs.create({ inputs }, process.host));
      return bench.verbs.create({ inputs }, bench.process().host);
    },
    holds: ({ given: { id }, result }, bench) => {
      expect(result().id).to.equal(id);
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
];
