import { expect } from "chai";
import { diff, inputs, makeHost, state } from "./make-host.ts";

const diffOf = (prior: object, changed: object) => diff(prior, changed, makeHost().host);

describe("diff", () => {
  const replacements = [{ name: "other" }, { region: "JPN" }, { platform: "classic" }, { site: "gov" }] as const;
  for (const change of replacements) {
    it(`replaces for ${JSON.stringify(change)}, the new one first`, () => {
      expect(diffOf(state(), inputs(change))).to.deep.equal({
        replaces: Object.keys(change),
        deleteBeforeReplace: false,
      });
    });
  }

  it("knows one region in either case of its letters, and two names", () => {
    expect(diffOf({ ...state(), region: "kr" }, inputs({ region: "KR" })).replaces).to.deep.equal([]);
    expect(diffOf({ ...state(), region: "kr" }, inputs({ region: "SGN" })).replaces).to.deep.equal(["region"]);
    expect(diffOf({ ...state(), name: "shop" }, inputs({ name: "Shop" })).replaces).to.deep.equal(["name"]);
  });

  it("leaves everything else to the engine", () => {
    expect(diffOf(state(), inputs({ description: "new", tasks: [], adopt: true }))).to.deep.equal({
      replaces: [],
      deleteBeforeReplace: false,
    });
  });

  it("does not move a pipeline whose state knows no place", () => {
    expect(diffOf({ name: "shop" }, inputs({ region: "JPN" })).replaces).to.deep.equal([]);
  });
});
