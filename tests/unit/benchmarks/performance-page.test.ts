import { readFileSync } from "node:fs";
import { expect } from "chai";
import { findGrowth } from "../../../benchmarks/report/find-growth.ts";
import { growthPicture } from "../../../benchmarks/report/growth-picture.ts";
import { page, picture, publishedReport } from "../../../benchmarks/report/paths.ts";
import { performancePage } from "../../../benchmarks/report/performance-page.ts";
import { printSection } from "../../../benchmarks/report/print-section.ts";
import { readReport } from "../../../benchmarks/report/report-file.ts";

const report = readReport(publishedReport)!;

describe("docs/performance.md", () => {
  it("says what docs/performance.json says; otherwise run: node benchmarks/write-page.ts", async () => {
    expect(readFileSync(page, "utf8")).to.equal(await performancePage(report));
    expect(readFileSync(picture, "utf8")).to.equal(growthPicture(findGrowth(report)));
  });

  it("has a section for each benchmark, with its tables", () => {
    const text = readFileSync(page, "utf8");
    for (const { title, tables } of report.sections) {
      expect(text).to.include(`\n## ${title}\n`);
      for (const table of tables) expect(text).to.include(`**${table.title}**`);
    }
  });
});

describe("the picture of growth", () => {
  const table = {
    title: "Growth",
    columns: [{ head: "pipelines" }, { head: "up" }, { head: "refresh" }],
    rows: [
      ["the first", 500, 500],
      [50, 10, -2],
      [200, 12, 10.5],
    ],
  };

  it("draws a line and a name for each command, and keeps names apart", () => {
    const drawn = growthPicture(table);
    expect(drawn.match(/<path d="M[^"]*L[^"]*"/g)).to.have.length(2);
    const tops = ["up", "refresh"].map((name) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(drawn)?.[1]));
    expect(Math.abs(tops[0]! - tops[1]!)).to.be.at.least(16);
  });

  it("leaves out the first pipeline, which has a scale of its own", () => {
    expect(growthPicture(table)).to.not.include("500");
  });

  it("stays within its frame", () => {
    const numbers = [...growthPicture(table).matchAll(/ c?y="([\d.-]+)"/g)].map(([, value]) => Number(value));
    expect(Math.min(...numbers)).to.be.at.least(0);
    expect(Math.max(...numbers)).to.be.at.most(360);
  });
});

describe("a printed section", () => {
  it("says of each aim whether it is met", () => {
    const aim = { what: "up", limit: 1.1, direction: "atMost", unit: "times", digits: 2 } as const;
    const aims = [
      { ...aim, measured: 1.05 },
      { ...aim, measured: 1.2 },
    ];
    const text = printSection({ name: "x", title: "X", method: "", tables: [], aims });
    expect(text).to.include("met    up: 1.05, aim at most 1.10 times");
    expect(text).to.include("MISSED up: 1.20, aim at most 1.10 times");
  });
});
