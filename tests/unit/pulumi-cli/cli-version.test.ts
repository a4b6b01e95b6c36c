import { expect } from "chai";
import { isAtLeast, readVersion } from "../../../tools/pulumi-cli/cli-version.ts";
import { elapsed } from "../../../tools/pulumi-cli/progress.ts";

describe("readVersion", () => {
  const cases: [text: string, version: string | undefined][] = [
    ["v3.259.0\n", "3.259.0"],
    ["3.227.0-alpha.1", "3.227.0"],
    ["go version go1.26.8 linux/amd64", "1.26.8"],
    ["go version go1.26 linux/amd64", "1.26.0"],
    ["go version devel", undefined],
    ["", undefined],
  ];
  for (const [text, version] of cases) {
    it(`${JSON.stringify(text)}: ${version ?? "none"}`, () => expect(readVersion(text)).to.equal(version));
  }
});

describe("isAtLeast", () => {
  const cases: [version: string, oldest: string, answer: boolean][] = [
    ["3.259.0", "3.227.0", true],
    ["3.227.0", "3.227.0", true],
    ["3.226.9", "3.227.0", false],
    ["3.100.0", "3.227.0", false],
    ["4.0.0", "3.227.0", true],
    ["2.999.0", "3.227.0", false],
    ["1.25.10", "1.25.11", false],
    ["1.26", "1.25.11", true],
  ];
  for (const [version, oldest, answer] of cases) {
    it(`${version} is ${answer ? "" : "not "}at least ${oldest}`, () => {
      expect(isAtLeast(version, oldest)).to.equal(answer);
    });
  }
});

describe("elapsed", () => {
  it("gives seconds below a minute, then minutes and seconds", () => {
    expect([0, 59_499, 60_000, 336_000].map(elapsed)).to.deep.equal(["0 s", "59 s", "1 min 0 s", "5 min 36 s"]);
  });
});
