import { expect } from "chai";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkPulumiFolder } from "../../../cli/doctor/check-machine.ts";
import { formatCheckResult } from "../../../cli/doctor/check-result.ts";
import { mark } from "../../../tools/pulumi-cli/build-plan.ts";

describe("the doctor, of the Pulumi CLI", () => {
  let root: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "pulumi-")));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const put = (...paths: string[]): void => {
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), path.endsWith(".txt") ? `${mark.text}\n` : "#!/bin/sh\n");
      chmodSync(join(root, path), 0o755);
    }
  };
  const lines = (folder: string): string[] =>
    checkPulumiFolder({ PATH: join(root, folder), PULUMI_HOME: root }, "3.259.0").map(formatCheckResult);

  it("names the folder of a release", () => {
    put("release/pulumi", "release/pulumi-language-nodejs", "release/pulumi-language-python");
    expect(lines("release")).to.deep.equal([`✔ CLI folder: ${join(root, "release")}`]);
  });

  it("lists what one that was built cannot do", () => {
    put("built/pulumi", "built/pulumi-language-nodejs", `built/${mark.file}`);
    expect(lines("built")).to.deep.equal([
      `! CLI folder: ${join(root, "built")}, built from Go modules. ${mark.text} ` +
        "A release does all: https://www.pulumi.com/docs/install/.",
    ]);
  });

  it("knows one that was built before it had a note of that, and through npm's launcher", () => {
    put("node_modules/.bin/pulumi", "versions/3.259.0/bin/pulumi", "versions/3.259.0/bin/pulumi-language-nodejs");
    const [line, ...others] = lines("node_modules/.bin");
    expect(others).to.deep.equal([]);
    expect(line).to.match(/^! CLI folder: .*versions\/3\.259\.0\/bin, built from Go modules\. .*resource hooks/);
  });

  it("reports nothing where there is none", () => {
    expect(lines("nothing")).to.deep.equal([]);
  });
});
