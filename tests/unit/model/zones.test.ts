import { expect } from "chai";
import { hasOffset, ianaName, serviceSpelling } from "../../../provider/model/zones.ts";

const offered = ["Asia/Seoul (UTC+09:00)", "Etc/GMT+12 (UTC-12:00)", "Etc/UTC (UTC+00:00)"];

describe("the spelling of a zone", () => {
  for (const spelling of offered) {
    it(`${spelling} is its IANA name and an offset, in both directions`, () => {
      const name = ianaName(spelling);
      expect(spelling.startsWith(`${name} (`)).to.equal(true);
      expect(ianaName(name)).to.equal(name);
      expect([hasOffset(spelling), hasOffset(name)]).to.deep.equal([true, false]);
      expect(serviceSpelling(name, offered)).to.equal(spelling);
      expect(serviceSpelling(spelling, offered)).to.equal(spelling);
    });
  }

  it("has the offset that the service gives today", () => {
    expect(serviceSpelling("Asia/Seoul (UTC+08:30)", offered)).to.equal("Asia/Seoul (UTC+09:00)");
  });

  it("is none for a zone that the service does not offer", () => {
    expect(serviceSpelling("Mars/Phobos", offered)).to.equal(undefined);
    expect(serviceSpelling("", offered)).to.equal(undefined);
  });
});
