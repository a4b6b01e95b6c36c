import { expect } from "chai";
import { reportOf } from "../../../sdk/preview-problems.ts";

describe("the report of a preview", () => {
  it("has the program's own words where the check says the same, and what only the check knows", () => {
    const own = ["tasks[0].name: This function is not a valid name. [NCSP104]"];
    const found = [
      "tasks[0].name: This object is not a valid name. [NCSP104]",
      "tasks[1].name: This object is not a valid name. [NCSP104]",
      "tasks[0].name: It is missing. [NCSP003]",
      "adopt: there is no pipeline with id 99.",
    ];
    expect(reportOf([{ subject: 'Pipeline "shop"', own, found }])).to.deep.equal(
      [...own, ...found.slice(1)].map((line) => `  Pipeline "shop", ${line}`),
    );
  });

  it("tells one name of two pipelines once, whichever of them comes first to the check", () => {
    const own = ['name: Pipeline "one" is named "shop", too. Give one of them another name. [NCSP112]'];
    const found = ['name: "shop" is also the name of the pipeline of urn:y. Give one of them another name. [NCSP112]'];
    const other = ['name: "base" is also the name of the pipeline of urn:z. Give one of them another name. [NCSP112]'];
    const report = reportOf([
      { subject: 'Pipeline "one"', own: [], found },
      { subject: 'Pipeline "two"', own, found: [] },
      { subject: 'Pipeline "three"', own: [], found: other },
    ]);
    expect(report).to.deep.equal([`  Pipeline "two", ${own[0]}`, `  Pipeline "three", ${other[0]}`]);
  });
});
