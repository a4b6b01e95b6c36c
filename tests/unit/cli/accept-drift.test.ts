import { expect } from "chai";
import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filePatch } from "../../../cli/drift/accept-drift.ts";
import { editDataText } from "../../../cli/drift/edit-data-text.ts";
import { withoutStarters } from "../../../cli/drift/without-starters.ts";

const text = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "c", "{", "}"), { maxLength: 12 }), fc.constantFrom("\n", ""))
  .map(([lines, end]) => (lines.length === 0 ? "" : `${lines.join("\n")}${end}`));

describe("editDataText", () => {
  it("changes what changes, and leaves order, lines and lists as they are written", () => {
    const before = `{
    "name": "shop",
    "tasks": [
        { "type": "SourceBuild", "name": "build", "project": "a" },
        { "name": "deploy", "linkedTasks": ["build"], "old": 1 }
    ],
    "triggers": {
        "repositories": [{ "branch": "main", "name": "shop" }]
    }
}\n`;
    const after = {
      description: "by hand",
      name: "shop",
      tasks: [
        { name: "build", type: "SourceBuild", project: "b" },
        { name: "deploy", linkedTasks: ["build"] },
      ],
      triggers: { repositories: [{ name: "shop", branch: "main" }] },
    };
    expect(editDataText(before, after)).to.equal(`{
    "name": "shop",
    "tasks": [
        { "type": "SourceBuild", "name": "build", "project": "b" },
        { "name": "deploy", "linkedTasks": ["build"] }
    ],
    "triggers": {
        "repositories": [{ "branch": "main", "name": "shop" }]
    },
    "description": "by hand"
}\n`);
  });

  it("says what it is told, whatever the file said before", () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === "object" && value !== null);
    fc.assert(
      fc.property(json, json, fc.constantFrom(0, 2, "\t"), (before, after, indent) => {
        const text = JSON.stringify(before, undefined, indent);
        expect(JSON.parse(editDataText(text, after))).to.deep.equal(JSON.parse(JSON.stringify(after)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("withoutStarters", () => {
  const gone = [{ name: "base", id: "7" }];
  const file = (pipelines: object[]): string => JSON.stringify({ name: "shop", triggers: { pipelines } });
  const left = (text: string): unknown => JSON.parse(withoutStarters(text, gone));

  it("takes out triggers by what is gone, by name or by id, and leaves no empty list", () => {
    expect(left(file([{ name: "base" }, { name: "other" }, { id: 7 }, { id: "7" }]))).to.deep.equal({
      name: "shop",
      triggers: { pipelines: [{ name: "other" }] },
    });
    expect(left(file([{ name: "base" }]))).to.deep.equal({ name: "shop" });
  });

  it("leaves every other text as it is", () => {
    for (const text of [file([{ name: "other", id: 8 }]), "{", '{ "name": "base" }']) {
      expect(withoutStarters(text, gone)).to.equal(text);
    }
  });
});

describe("filePatch", () => {
  it("shows the lines around a change", () => {
    expect(filePatch("f", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n")).to.equal(
      "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n",
    );
    expect(filePatch("f", "same\n", "same\n")).to.equal("");
  });

  it("leaves out what lies far between two changes", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}\n`);
    const changed = lines.with(1, "x\n").with(18, "y\n");
    expect(filePatch("f", lines.join(""), changed.join(""))).to.equal(
      "--- a/f\n+++ b/f\n@@ -1,5 +1,5 @@\n 0\n-1\n+x\n 2\n 3\n 4\n@@ -16,5 +16,5 @@\n 15\n 16\n 17\n-18\n+y\n 19\n",
    );
  });

  it("is what git makes the new text of", function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), "diff-"));
    const names = fc.constantFrom("f.json", "two words.json", "가게 배포.json");
    // An empty file and a missing one are different things, which patches of this form cannot tell apart.
    const given = fc.option(
      text.filter((content) => content !== ""),
      { nil: undefined },
    );
    fc.assert(
      fc.property(names, given, given, (name, before, after) => {
        fc.pre(before !== after);
        const file = join(folder, name);
        rmSync(file, { force: true });
        if (before !== undefined) writeFileSync(file, before);
        const input = filePatch(name, before, after);
        const { status, stderr } = spawnSync("git", ["apply"], { cwd: folder, input, encoding: "utf8" });
        expect(status, `${stderr}\n${input}`).to.equal(0);
        expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).to.equal(after);
      }),
      { numRuns: 60 },
    );
    rmSync(folder, { recursive: true });
  });
});
