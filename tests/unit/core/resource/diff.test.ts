import { expect } from "chai";
import { diff } from "../../../../provider/core/resource/index.ts";
import { inputs, state } from "./make-ports.ts";

describe("diff", () => {
  const replacements = [{ name: "other" }, { region: "JPN" }, { platform: "classic" }, { site: "gov" }] as const;
  for (const change of replacements) {
    it(`replaces for ${JSON.stringify(change)}, the new one first`, () => {
      expect(diff(state(), inputs(change))).to.deep.equal({
        replaces: Object.keys(change),
        deleteBeforeReplace: false,
      });
    });
  }

  it("knows one region in either case of its letters, and two names", () => {
    expect(diff({ ...state(), region: "kr" }, inputs({ region: "KR" })).replaces).to.deep.equal([]);
    expect(diff({ ...state(), region: "kr" }, inputs({ region: "SGN" })).replaces).to.deep.equal(["region"]);
    expect(diff({ ...state(), name: "shop" }, inputs({ name: "Shop" })).replaces).to.deep.equal(["name"]);
  });

  it("leaves everything else to the engine", () => {
    expect(diff(state(), inputs({ description: "new", tasks: [], adopt: true }))).to.deep.equal({
      replaces: [],
      deleteBeforeReplace: false,
    });
  });

  it("does not move a pipeline whose state knows no place", () => {
    expect(diff({ name: "shop" }, inputs({ region: "JPN" })).replaces).to.deep.equal([]);
  });
});
