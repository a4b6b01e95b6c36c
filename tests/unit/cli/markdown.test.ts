import { expect } from "chai";
import { code, table } from "../../../cli/markdown.ts";

describe("Markdown from the service's texts", () => {
  it("keeps a text inside its code, whatever it holds", () => {
    expect(code("plain")).to.equal("`plain`");
    expect(code("a`b")).to.equal("`` a`b ``");
    expect(code("```")).to.equal("```` ``` ````");
    expect(code("one\n| two")).to.equal("`one \\| two`");
    expect(code("")).to.equal("");
  });

  it("makes tables", () => {
    expect(table(["a", "b"], [["1", "2"]])).to.equal("| a | b |\n| --- | --- |\n| 1 | 2 |");
  });
});
