import { expect } from "chai";
import type { Bench, Said } from "../under-test/bench.ts";
import { type Scenario, scenario } from "../under-test/scenario.ts";
import type { Trait } from "../under-test/type-under-test.ts";
import { unknownValue } from "../../../../provider/core/validation/unknown.ts";
import { existing, ids, titleIn } from "./steps.ts";

/** The ways to say what is adopted. */
const ways: Readonly<Record<string, { needs?: readonly Trait[]; adopt: (id: string) => true | string | number }>> = {
  true: { adopt: () => true },
  "an id": { adopt: (id) => id },
  "a numeric id": { needs: ["numbers"], adopt: (id) => Number(id) },
};

/** What is refused, and with which words. */
const refusals: readonly [what: string, said: (bench: Bench) => Said, message: (bench: Bench) => string][] = [
  [
    "an id that does not exist",
    ({ tested }) => ({ adopt: tested.unusedId, name: tested.unusedId }),
    ({ Noun, tested }) => `adopt: ${Noun} ${tested.unusedId} does not exist. Remove adopt to create one. [NCSP114]`,
  ],
  [
    "an id that does not exist, without a name",
    ({ tested }) => ({ adopt: tested.unusedId, name: undefined }),
    ({ Noun, tested: { unusedId, type } }) =>
      `adopt: ${Noun} ${unusedId} does not exist. Remove adopt to create one. ${type.listHint} [NCSP114]`,
  ],
  [
    "an id that does not exist, in the option import",
    ({ tested }) => ({ adopt: tested.unusedId, name: tested.unusedId, isImport: true }),
    ({ Noun, tested }) =>
      `import: ${Noun} ${tested.unusedId} does not exist. Remove the option import to create one. [NCSP114]`,
  ],
  [
    "an id that does not exist, in the option import, without a name",
    ({ tested }) => ({ adopt: tested.unusedId, name: undefined, isImport: true }),
    ({ Noun, tested: { unusedId, type } }) =>
      `import: ${Noun} ${unusedId} does not exist. Remove the option import to create one. ${type.listHint} [NCSP114]`,
  ],
  [
    "no id, in the option import",
    () => ({ adopt: "no id", isImport: true }),
    ({ noun, tested }) =>
      `import: The value is not the id of a ${noun}. Give an id such as "${tested.type.exampleId}". [NCSP115]`,
  ],
  [
    "true without a name",
    () => ({ adopt: true, name: undefined }),
    ({ noun }) =>
      `adopt: True adopts the ${noun} of the given name, and there is none. Give a name, or adopt an id. [NCSP115]`,
  ],
  [
    "something else",
    () => ({ adopt: "no id" }),
    ({ noun, tested }) =>
      `adopt: The value is neither true nor the id of a ${noun}. ` +
      `Give true, or an id such as "${tested.type.exampleId}". [NCSP115]`,
  ],
];

/** `adopt`: the only way in for what exists already. */
export const adopt: readonly Scenario[] = [
  ...Object.entries(ways).map(([way, { adopt: wanted, ...row }]) =>
    scenario({
      ...row,
      title: `adopt by ${way} takes the resource over as it is, when it says the same`,
      given: existing,
      verb: (bench, process, { id }) => bench.created(process, { adopt: wanted(id) }),
      holds: ({ given: { id, state }, result, calls }) => {
        const adopted = wanted(id) === true ? true : id;
        expect(result()).to.deep.equal({ id, state: { ...state, adopt: adopted } });
        expect(calls).to.not.include.members(["create"]).and.not.include("update");
      },
    }),
  ),
  scenario({
    title: "adopt gives the resource the content of the program, in one update",
    needs: ["update"],
    given: (bench) => bench.created(bench.process(), { text: "old" }),
    verb: (bench, process, { id }) => bench.created(process, { adopt: id, text: "new" }),
    holds: ({ result, calls }, { server, tested }) => {
      expect(calls.filter((call) => call === "update")).to.have.length(1);
      expect(result().state).to.have.property(tested.textProperty, "new");
      expect(server.resources().map(({ text }) => text)).to.deep.equal(["new"]);
    },
  }),
  scenario({
    title: "adopt of a resource with other content is refused at preview where nothing can be changed in place",
    lacks: "update",
    given: existing,
    verb: (bench, process, { id }) => bench.checked(process, { adopt: id, text: "new", isPreview: true }),
    holds: ({ given: { id }, message }, bench) => {
      expect(message()).to.equal(
        `adopt: ${titleIn(bench, id)} differs from the program in ${bench.tested.textProperty}, and a ${bench.noun} ` +
          "cannot be changed in place. Give the program the content that it has. [NCSP117]",
      );
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
  scenario({
    title: "adopt: true of a name that nobody has creates",
    verb: (bench, process) => bench.created(process, { adopt: true }),
    holds: ({ result, calls }, bench) => {
      expect(calls.filter((call) => call === "create")).to.have.length(1);
      expect(ids(bench)).to.deep.equal([result().id]);
    },
  }),
  scenario({
    title: "adopt of an id needs no name: the resource keeps its own",
    given: existing,
    verb: (bench, process, { id }) => bench.created(process, { adopt: id, name: undefined }),
    holds: ({ result }) => expect(result().state.name).to.equal("shop"),
  }),
  ...[undefined, "shop"].map((name) =>
    scenario({
      title: `adopt of an id that is not known yet passes a preview, ${name === undefined ? "without" : "with"} a name`,
      given: existing,
      verb: (bench, process) => bench.checked(process, { adopt: unknownValue, name, urn: "urn:x", isPreview: true }),
      holds: ({ result, process }) => {
        expect(result().adopt).to.equal(unknownValue);
        expect(process.messages.join()).to.not.contain("adopted");
      },
    }),
  ),
  ...refusals.map(([what, said, expected]) =>
    scenario({
      title: `adopt of ${what} is an error, and nothing is created`,
      verb: (bench, process) => bench.created(process, said(bench)),
      holds: ({ message }, bench) => {
        expect(message()).to.equal(expected(bench));
        expect(ids(bench)).to.deep.equal([]);
      },
    }),
  ),
  scenario({
    title: "adopt of a resource that is only called missing does not say that there is none",
    given: async (bench, process) => {
      const { id } = await existing(bench);
      return { id, inputs: await bench.checked(process, { adopt: id }) };
    },
    fault: { on: "get", status: 404, times: 1 },
    verb: ({ verbs }, { host }, { inputs }) => verbs.create({ inputs }, host),
    holds: ({ given: { id }, message }, { Noun }) => {
      expect(message()).to.equal(
        `adopt: ${Noun} ${id} is in the list, but GET returns not found. Try again in a minute.`,
      );
    },
  }),
  scenario({
    title: "adopt of a resource with another name is an error that says the name",
    given: existing,
    verb: (bench, process, { id }) => bench.created(process, { adopt: id, name: "other" }),
    holds: ({ given: { id }, message }, { noun, Noun }) => {
      expect(message()).to.equal(
        `adopt: ${Noun} ${id} is named "shop", and a ${noun} cannot be renamed. ` +
          'Give the name "shop", or leave it out. [NCSP116]',
      );
    },
  }),
  scenario({
    title: "adopt: true of a name that several have is an error with all ids",
    needs: ["numbers"],
    given: (bench) => {
      bench.server.allowTwins();
      bench.server.make("shop", "one");
      bench.server.make("shop", "two");
    },
    verb: (bench, process) => bench.created(process, { adopt: true }),
    holds: ({ message }, bench) => {
      expect(message())
        .to.contain(`adopt: More than one ${bench.noun} is named "shop": ids `)
        .and.contain(". Give the id of one of them. [NCSP116]");
      for (const id of ids(bench)) expect(message()).to.contain(id);
    },
  }),
  scenario({
    title: "adopt reports at preview what will be adopted, and what changes",
    needs: ["update"],
    given: existing,
    verb: (bench, process, { id }) => bench.checked(process, { adopt: id, text: "new", urn: "urn:x", isPreview: true }),
    holds: ({ given: { id }, result, process }, bench) => {
      result();
      expect(process.messages).to.include(
        `note: ${titleIn(bench, id)} will be adopted by this stack. This changes: ${bench.tested.textProperty}.`,
      );
    },
  }),
  scenario({
    title: "adopt reports at preview what will be adopted as it is",
    given: existing,
    verb: (bench, process, { id }) => bench.checked(process, { adopt: id, urn: "urn:x", isPreview: true }),
    holds: ({ given: { id }, result, process }, bench) => {
      result();
      expect(process.messages).to.include(
        `note: ${titleIn(bench, id)} will be adopted by this stack. It stays as it is.`,
      );
    },
  }),
  scenario({
    title: "import of a resource that the program states otherwise is an error that names the properties",
    given: existing,
    verb: (bench, process, { id }) => bench.checked(process, { adopt: id, isImport: true, text: "new" }),
    holds: async ({ given: { id }, message }, bench) => {
      expect(message()).to.contain(`differs from the program in ${bench.tested.textProperty}`);
      const inputs = await bench.checked(bench.process(), { adopt: id, isImport: true });
      expect(inputs.adopt).to.equal(id);
    },
  }),
];
