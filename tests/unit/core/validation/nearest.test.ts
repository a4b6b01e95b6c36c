import { expect } from "chai";
import {
  createSuggester,
  nearest,
  suggestExisting,
  suggestWord,
} from "../../../../provider/core/validation/nearest.ts";

describe("nearest", () => {
  it("puts the most like first, whatever the case", () => {
    expect(nearest("SHOP-APY", ["shop-web", "base", "shop-api"])).to.deep.equal(["shop-api", "shop-web"]);
  });

  it("leaves out what differs in more than half of its letters, and the fourth", () => {
    expect(nearest("abcd", ["abxx", "axxx"])).to.deep.equal(["abxx"]);
    expect(nearest("abcd", ["abc1", "abc2", "abc3", "abc4"])).to.deep.equal(["abc1", "abc2", "abc3"]);
  });
});

describe("the suggestion of a word", () => {
  it("is the nearest, else all of them", () => {
    expect(suggestWord("biuld", ["test", "build"])).to.equal('Did you mean "build"?');
    expect(suggestWord("x", ["test", "build"])).to.equal('Expected one of "test", "build".');
  });
});

describe("the suggestion of what exists", () => {
  const items = [
    { name: "shop-api", id: 20632 },
    { name: "shop-web", id: 20633 },
    { name: "base", id: 7 },
  ];

  it("goes by the id when an id was given, and by the name when a name was", () => {
    expect(suggestExisting(20639, items)).to.equal('Did you mean "shop-api" (id 20632), "shop-web" (id 20633)?');
    expect(suggestExisting("bose", items)).to.equal('Did you mean "base" (id 7)?');
  });

  it("is at most five where nothing is near, and says where there is nothing", () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ name: `task-${String(index)}` }));
    expect(suggestExisting("x", many)).to.match(/^Existing: "task-0", .*"task-4", and 2 more\.$/);
    expect(suggestExisting("x", items.slice(2))).to.equal('Existing: "base" (id 7).');
    expect(suggestExisting("x", [])).to.match(/^The list is empty: check region, account and .*\.$/);
  });

  it("is the same for a name that comes again, and short after a hundred names", () => {
    const suggest = createSuggester([{ name: "build" }]);
    for (let count = 0; count < 100; count += 1) expect(suggest(`build${String(count)}`)).to.include("Did you mean");
    expect(suggest("build0")).to.equal('Did you mean "build"?');
    expect(suggest("built")).to.equal('Existing: "build".');
  });
});
