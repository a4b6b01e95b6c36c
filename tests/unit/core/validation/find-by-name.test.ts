import { expect } from "chai";
import { findByName, LookupError, withNameLike } from "../../../../provider/core/validation/find-by-name.ts";

const items = [
  { name: "shop-api", id: 20632 },
  { name: "shop-web", id: 20633 },
  { name: "twin", id: 1 },
  { name: "twin", id: 2 },
];

describe("findByName", () => {
  it("gives the one item of a name", () => {
    expect(findByName(items, "shop-web", "build project")).to.equal(items[1]);
  });

  const cases: [name: string, list: readonly { name: string; id?: number }[], message: string][] = [
    [
      "shop-apy",
      items,
      'Build project "shop-apy" does not exist. Did you mean "shop-api" (id 20632), "shop-web" (id 20633)?',
    ],
    ["twin", items, 'More than one build project is named "twin": ids 1, 2. Use the id of the one you mean.'],
    ["x", [], `Build project "x" does not exist. The list is empty: check region, account and the key's permissions.`],
    ["x", [{ name: "shop-api" }], 'Build project "x" does not exist. Existing: "shop-api".'],
    ["zzz", Array.from({ length: 7 }, (_, index) => ({ name: `long-name-${String(index)}` })), "and 2 more."],
  ];
  for (const [name, list, message] of cases) {
    it(message, () => {
      expect(() => findByName(list, name, "build project")).to.throw(LookupError, message);
    });
  }

  it("fails without a stack, which Pulumi would print", () => {
    expect(new LookupError("x").stack).to.equal("");
  });
});

it("withNameLike takes a part of a name, whatever the case", () => {
  expect(withNameLike(items, "WEB")).to.deep.equal([items[1]]);
  expect(withNameLike(items)).to.deep.equal(items);
});
