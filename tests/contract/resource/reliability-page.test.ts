import { readFile } from "node:fs/promises";
import { expect } from "chai";

const root = new URL("../../../", import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), "utf8");

/** `` `tests/….ts`: title ``, at the end of a table's row or of a paragraph. */
const reference = /`(tests\/[\w/.-]+\.ts)`: (.+?)(?: +\|)?$/gm;

/** The title as a test or a scenario has it, literally or with values in it. */
function titled(title: string): RegExp {
  const parts = title.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`\\b(?:it\\(|title:\\s*)["\`]${parts.join("\\$\\{.+?\\}")}["\`],`);
}

describe("docs/reliability.md", () => {
  it("names tests that exist, by their titles", async () => {
    const references = [...(await read("docs/reliability.md")).matchAll(reference)];
    expect(references.length).to.be.greaterThan(25);
    for (const [, path = "", title = ""] of references) {
      expect(await read(path), `${path}: ${title}`).to.match(titled(title));
    }
  });

  it("names a test in each row of its tables", async () => {
    const rows = (await read("docs/reliability.md")).split("\n").filter((line) => /^\| (?!fault|---)/.test(line));
    expect(rows.length).to.be.greaterThan(25);
    for (const row of rows) expect(row).to.match(/`tests\/[^`]+`: [^|]+\|$/);
  });
});
