import { expect } from "chai";
import {
  id,
  items,
  list,
  optional,
  text,
} from "../../../../../provider/services/sourcepipeline/api/schemas/lenient.ts";
import * as z from "zod";

describe("id", () => {
  it("reads a number and the same number as a text alike", () => {
    expect([id.parse(2034), id.parse("2034"), id.parse("0020")]).to.deep.equal([2034, 2034, 20]);
  });

  for (const value of [0, "0", -1, "-1", 1.5, "1.5", "", " 1", "0x1f", "1e3", "2***", null, undefined, true, NaN]) {
    it(`refuses ${typeof value === "string" ? JSON.stringify(value) : String(value)}`, () => {
      expect(id.safeParse(value).success).to.be.false;
    });
  }

  it("refuses numbers that a double cannot hold", () => {
    for (const value of [2 ** 53, "9007199254740993"]) expect(id.safeParse(value).success).to.be.false;
  });
});

describe("what means nothing", () => {
  const nothing = [null, undefined];

  it("is an empty text, an empty list, or undefined", () => {
    for (const value of nothing) {
      expect(text.parse(value)).to.equal("");
      expect(list(z.string()).parse(value)).to.deep.equal([]);
      expect(optional(z.number()).parse(value)).to.equal(undefined);
    }
  });

  it("is no list where the list is what the response is about", () => {
    expect(items(z.string()).parse(null)).to.deep.equal([]);
    expect(items(z.string()).safeParse(undefined).success).to.be.false;
  });

  it("is not a value of another type", () => {
    expect(text.safeParse(0).success).to.be.false;
    expect(list(z.string()).safeParse({}).success).to.be.false;
    expect(optional(z.number()).safeParse("").success).to.be.false;
  });
});
