import { expect } from "chai";
import { open, seal, secret, secretPathsOf } from "../../../../provider/hosts/plugin/wire-values.ts";
import { unknownValue } from "../../../../provider/core/validation/unknown.ts";

const output = (more: object): object => ({
  "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...more,
});

describe("values on the engine's wire", () => {
  it("come without wrappers, with the paths of what is secret", () => {
    const wire = {
      name: "shop",
      tasks: [{ name: "a", branch: secret("main") }, { name: "b" }],
      all: secret({ deep: [1] }),
    };
    const opened = open(wire);
    expect(opened.value).to.deep.equal({
      name: "shop",
      tasks: [{ name: "a", branch: "main" }, { name: "b" }],
      all: { deep: [1] },
    });
    expect(secretPathsOf(opened)).to.deep.equal(["tasks[0].branch", "all"]);
    expect(seal(opened.value, opened)).to.deep.equal(wire);
  });

  it("that are outputs are what they hold, unknown without a value, and secret when they say so", () => {
    const opened = open({
      known: output({ value: 7 }),
      later: output({}),
      hidden: output({ value: "x", secret: true }),
    });
    expect(opened.value).to.deep.equal({ known: 7, later: unknownValue, hidden: "x" });
    expect(secretPathsOf(opened)).to.deep.equal(["hidden"]);
  });

  it("have a secret inside a secret once", () => {
    expect(open(secret({ inner: secret(1) }))).to.deep.equal({ value: { inner: 1 }, marks: true });
  });

  const opened = open({
    tasks: [
      { name: "a", branch: "x" },
      { name: "b", branch: secret("y") },
    ],
  });
  const hidden = { name: "b", branch: secret("y") };
  const lists: [string, object[], unknown][] = [
    [
      "in another order",
      [
        { name: "b", branch: "y" },
        { name: "a", branch: "x" },
      ],
      [hidden, { name: "a", branch: "x" }],
    ],
    ["that lost an element", [{ name: "b", branch: "y" }], [hidden]],
    [
      "with a new element",
      [
        { name: "c", branch: "z" },
        { name: "b", branch: "y" },
      ],
      [{ name: "c", branch: "z" }, hidden],
    ],
    ["of other values", [{ name: "b", branch: "new" }], [{ name: "b", branch: secret("new") }]],
  ];
  for (const [what, value, sealed] of lists) {
    it(`are known again by their names in a list ${what}`, () =>
      expect(seal({ tasks: value }, opened)).to.deep.equal({ tasks: sealed }));
  }

  it("are secret as a whole list where nothing tells the elements apart", () => {
    const nameless = open({ days: ["MON", secret("FRI")] });
    expect(seal({ days: ["MON", "FRI"] }, nameless)).to.deep.equal({ days: ["MON", secret("FRI")] });
    expect(seal({ days: ["FRI", "MON"] }, nameless)).to.deep.equal({ days: secret(["FRI", "MON"]) });
    expect(seal({ days: ["FRI"] }, nameless)).to.deep.equal({ days: secret(["FRI"]) });
  });
});
