import { expect } from "chai";
import { parseBody } from "../../../provider/client/parse-body.ts";

describe("parseBody", () => {
  const cases: [text: string, form: string][] = [
    ['{"a":1}', "json"],
    [' \n{"a":1}\r\n', "json"],
    ["true", "json"],
    ["", "empty"],
    [" \n ", "empty"],
    ["<!DOCTYPE html><html></html>", "webPage"],
    ["<?xml version='1.0'?><a/>", "webPage"],
    ["Service Unavailable", "notJson"],
    ['{"result":{"projectId":', "truncated"],
    ['[{"id":1', "truncated"],
    ["{'a':1}", "truncated"],
  ];
  for (const [text, form] of cases) {
    it(`${JSON.stringify(text)} is ${form}`, () => {
      expect(parseBody(text).form).to.equal(form);
    });
  }

  it("keeps of a web page its title", () => {
    const page = "<html><head><title>\n 502 Bad Gateway </title></head><body>long</body></html>";
    expect(parseBody(page)).to.deep.equal({ form: "webPage", text: "502 Bad Gateway" });
  });
});
