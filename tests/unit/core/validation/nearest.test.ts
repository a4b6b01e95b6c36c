import { expect } from "chai";
import { alternatives } from "../../../../provider/core/validation/alternatives.ts";
import { nearest, suggester, suggestion } from "../../../../provider/core/validation/nearest.ts";

describe("nearest", () => {
  it("puts the most like first, whatever the case", () => {
    expect(nearest("SHOP-APY", ["shop-web", "base", "shop-api"])).to.deep.equal(["shop-api", "shop-web"]);
  });

  it("leaves out what differs in more than half of its letters, and the fourth", () => {
    expect(nearest("abcd", ["abxx", "axxx"])).to.deep.equal(["abxx"]);
    expect(nearest("abcd", ["abc1", "abc2", "abc3", "abc4"])).to.deep.equal(["abc1", "abc2", "abc3"]);
  });
});

describe("a suggestion", () => {
  it("names the nearest, else the first ten of all", () => {
    expect(suggestion("biuld", ["test", "build"])).to.equal('Did you mean "build"?');
    expect(suggestion("x", ["test", "build"])).to.equal('Use one of "test", "build".');
    const many = Array.from({ length: 12 }, (_, index) => `task-${String(index)}`);
    expect(suggestion("x", many)).to.match(/^Use one of "task-0", .*"task-9", or 2 more\.$/);
  });

  it("is the same for a word that comes again, and short after a hundred words", () => {
    const suggest = suggester(["build"]);
    for (let count = 0; count < 100; count += 1) expect(suggest(`build${String(count)}`)).to.include("Did you mean");
    expect(suggest("build0")).to.equal('Did you mean "build"?');
    expect(suggest("built")).to.equal('Use one of "build".');
  });
});

describe("alternatives", () => {
  const items = [
    { name: "shop-api", id: 20632 },
    { name: "shop-web", id: 20633 },
    { name: "base", id: 7 },
  ];

  it("go by the id when an id was given, and by the name when a name was", () => {
    expect(alternatives(items, 20639)).to.equal('Did you mean "shop-api" (id 20632), "shop-web" (id 20633)?');
    expect(alternatives(items, "bose")).to.equal('Did you mean "base" (id 7)?');
  });
});
