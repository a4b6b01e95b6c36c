import { expect } from "chai";
import {
  canonicalZone,
  hasOffset,
  ianaName,
  mayExist,
  serviceSpelling,
} from "../../../../provider/core/validation/schedule/zones.ts";

const offered = [
  "Asia/Seoul (UTC+09:00)",
  "Etc/GMT+12 (UTC-12:00)",
  "Etc/UTC (UTC+00:00)",
  "Asia/Ho_Chi_Minh (UTC+07:00)",
  "Europe/Kiev (UTC+02:00)",
];

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
    expect(serviceSpelling("Asia/Tokyo", offered)).to.equal(undefined);
    expect(serviceSpelling("", offered)).to.equal(undefined);
  });

  const others: [spelling: string, ...names: string[]][] = [
    ["Asia/Ho_Chi_Minh (UTC+07:00)", "Asia/Saigon", "Asia/Saigon (UTC+07:00)", "asia/ho_chi_minh"],
    ["Etc/UTC (UTC+00:00)", "UTC", "GMT", "Etc/GMT", "Zulu", "Etc/GMT (UTC+00:00)"],
    ["Europe/Kiev (UTC+02:00)", "Europe/Kyiv"],
    ["Asia/Seoul (UTC+09:00)", "ROK", "ASIA/SEOUL"],
  ];
  for (const [spelling, ...names] of others) {
    for (const name of names) {
      it(`${spelling} is found by ${name}`, () => {
        expect(serviceSpelling(name, offered)).to.equal(spelling);
        expect(canonicalZone(name)).to.equal(canonicalZone(spelling));
        expect(mayExist(name)).to.equal(true);
      });
    }
  }

  it("is taken as it stands where the service offers a zone with two offsets", () => {
    const both = ["Asia/Seoul (UTC+09:00)", "Asia/Seoul (UTC+10:00)"];
    for (const spelling of both) expect(serviceSpelling(spelling, both)).to.equal(spelling);
  });

  it("is taken as it stands before another name of the zone, where the service offers both", () => {
    const both = ["Asia/Saigon (UTC+07:00)", "Asia/Ho_Chi_Minh (UTC+07:00)"];
    for (const spelling of both) expect(serviceSpelling(ianaName(spelling), both)).to.equal(spelling);
  });
});

describe("a zone", () => {
  it("is another one than those with the same clock", () => {
    expect(canonicalZone("Asia/Tokyo")).to.not.equal(canonicalZone("Asia/Seoul"));
    expect(canonicalZone("Africa/Abidjan")).to.not.equal(canonicalZone("UTC"));
  });

  for (const name of ["Asia/Seul", "Mars/Phobos", "KST", "GMT+9", "Seoul", "x"]) {
    it(`does not exist: ${name}`, () => {
      expect(mayExist(name)).to.equal(false);
      expect(canonicalZone(name)).to.equal(name);
    });
  }

  // Intl takes the abbreviations as Java does: the first is the time of Bangladesh.
  for (const name of ["BST", "bst", "IST", "CST", "VST", "+09:00", "-0500"]) {
    it(`is not what only Intl calls ${name}`, () => {
      expect(mayExist(name)).to.equal(false);
      expect(canonicalZone(name)).to.equal(name);
    });
  }

  it("may be newer than this Node when it is written as the service writes it", () => {
    expect(mayExist("Mars/Phobos (UTC+24:00)")).to.equal(true);
    expect(canonicalZone("Mars/Phobos (UTC+24:00)")).to.equal("Mars/Phobos");
    expect(serviceSpelling("Mars/Phobos", ["Mars/Phobos (UTC+24:00)"])).to.equal("Mars/Phobos (UTC+24:00)");
  });
});
