import { expect } from "chai";
import { reportOf } from "../../../sdk/preview-problems.ts";

describe("the report of a preview", () => {
  it("has the program's own words where the check says the same, and what only the check knows", () => {
    const own = ["tasks[0].name: This function is not a valid name. [NCSP104]"];
    const found = [
      "tasks[0].name: This object is not a valid name. [NCSP104]",
      "tasks[1].name: This object is not a valid name. [NCSP104]",
      "tasks[0].name: It is missing. [NCSP003]",
      "adopt: Pipeline 99 does not exist. [NCSP114]",
    ];
    expect(reportOf([{ subject: 'Pipeline "shop"', own, failed: [], found }])).to.deep.equal(
      [...own, ...found.slice(1)].map((line) => `  Pipeline "shop", ${line}`),
    );
  });

  it("tells one name of two pipelines once, whichever of them comes first to the check", () => {
    const own = ['name: Pipeline "one" is named "shop", too. Give one of them another name. [NCSP112]'];
    const found = ['name: "shop" is also the name of the pipeline of urn:y. Give one of them another name. [NCSP112]'];
    const other = ['name: "base" is also the name of the pipeline of urn:z. Give one of them another name. [NCSP112]'];
    const report = reportOf([
      { subject: 'Pipeline "one"', own: [], failed: [], found },
      { subject: 'Pipeline "two"', own, failed: [], found: [] },
      { subject: 'Pipeline "three"', own: [], failed: [], found: other },
    ]);
    expect(report).to.deep.equal([`  Pipeline "two", ${own[0]}`, `  Pipeline "three", ${other[0]}`]);
  });

  it("tells once, and of no resource, what is wrong with the account or the way there", () => {
    const refused = (list: string): string => `Could not list ${list} at 127.0.0.1:4600: it said no.`;
    const alone = 'The state holds pipeline "shop" under id 3101, but that id is pipeline "x" here.';
    const missing = 'tasks[0].projectId: SourceBuild project "shop-apy" does not exist.';
    const report = reportOf([
      { subject: 'Pipeline "one"', own: [], failed: [missing, refused("stages")], found: [refused("pipelines")] },
      { subject: 'Pipeline "two"', own: [], failed: [missing], found: [alone, refused("SourceBuild projects")] },
    ]);
    expect(report).to.deep.equal([
      `  Pipeline "one", ${missing}`,
      `  ${refused("stages")}`,
      `  Pipeline "two", ${missing}`,
      `  Pipeline "two": ${alone}`,
    ]);
  });
});
