import { expect } from "chai";
import { bounded, code, fenced, table } from "../../../cli/output/markdown.ts";

describe("Markdown from the service's texts", () => {
  it("keeps a text inside its code, whatever it holds", () => {
    expect(code("plain")).to.equal("`plain`");
    expect(code("a`b")).to.equal("`` a`b ``");
    expect(code("```")).to.equal("```` ``` ````");
    expect(code("one\n| two")).to.equal("`one \\| two`");
    expect(code("")).to.equal("");
  });

  it("keeps lines inside their block, whatever they hold", () => {
    expect(fenced("a --> b", "mermaid")).to.equal("```mermaid\na --> b\n```");
    expect(fenced("one\n````\ntwo")).to.equal("`````\none\n````\ntwo\n`````");
  });

  it("leaves out what does not fit, from the end, and counts it", () => {
    const sentence = (missing: number) => `(${missing} more)`;
    expect(bounded(["aaaa", "bbbb", "cccc"], 16, sentence)).to.equal("aaaa\n\nbbbb\n\ncccc");
    expect(bounded(["aaaa", "bbbb", "cccc"], 15, sentence)).to.equal("aaaa\n\n(2 more)");
    expect(bounded(["aaaa", "bbbb", "cccc"], 9, sentence)).to.equal("(3 more)");
  });

  it("makes tables", () => {
    expect(table(["a", "b"], [["1", "2"]])).to.equal("| a | b |\n| --- | --- |\n| 1 | 2 |");
  });
});
