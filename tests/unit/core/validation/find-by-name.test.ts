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
      'There is no build project "shop-apy". Did you mean "shop-api" (id 20632), "shop-web" (id 20633)?',
    ],
    ["twin", items, '"twin" is the name of more than one build project: ids 1, 2. Use the id of the one you mean.'],
    [
      "x",
      [],
      'There is no build project "x". There are none at all: the key may not see them, or they are in another region.',
    ],
    ["x", [{ name: "shop-api" }], 'There is no build project "x". There are "shop-api".'],
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
