import { expect } from "chai";
import { detailedDiff } from "../../../../provider/hosts/plugin/detailed-diff.ts";

const update = { kind: "update", replaces: false } as const;

describe("a detailed diff", () => {
  const cases: [string, object, object, readonly string[], object][] = [
    ["is empty where nothing differs", { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, [], {}],
    [
      "names what is inside a list",
      { tasks: [{ branch: "a" }] },
      { tasks: [{ branch: "b" }] },
      [],
      { "tasks[0].branch": update },
    ],
    [
      "names elements that came and went",
      { tasks: [1], days: ["MON", "FRI"] },
      { tasks: [1, 2], days: ["MON"] },
      [],
      { "tasks[1]": { kind: "add", replaces: false }, "days[1]": { kind: "delete", replaces: false } },
    ],
    [
      "names properties that came and went",
      { description: "x" },
      { triggers: { a: 1 } },
      [],
      { description: { kind: "delete", replaces: false }, triggers: { kind: "add", replaces: false } },
    ],
    ["is one of the whole value where its form is another one", { a: [1] }, { a: { b: 1 } }, [], { a: update }],
    [
      "marks what replaces, and what is inside it",
      { name: "a", triggers: { image: "1" }, other: 1 },
      { name: "b", triggers: { image: "2" }, other: 2 },
      ["name", "triggers"],
      { name: { kind: "update", replaces: true }, "triggers.image": { kind: "update", replaces: true }, other: update },
    ],
    [
      "has what replaces without a difference",
      { a: 1 },
      { a: 1 },
      ["retryFailed"],
      { retryFailed: { kind: "update", replaces: true } },
    ],
    ["quotes keys that are no plain words", { ids: { "a b": 1 } }, { ids: { "a b": 2 } }, [], { 'ids["a b"]': update }],
  ];
  for (const [title, prior, inputs, replaces, expected] of cases) {
    it(title, () => expect(detailedDiff(prior as never, inputs as never, replaces)).to.deep.equal(expected));
  }
});
