import { expect } from "chai";
import { parseBody } from "../../../../provider/core/http/parse-body.ts";

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

  const titles: [page: string, title: string][] = [
    ['<html><TITLE lang="ko" class=x>찾을 수 없음</TITLE>', "찾을 수 없음"],
    ["<html><title>cut off", "cut off"],
    ["<html><title", ""],
    ["<html><title>", ""],
    ["<html><body>none</body>", ""],
    ["<title>first</title><title>second</title>", "first"],
  ];
  for (const [page, title] of titles) {
    it(`finds the title ${JSON.stringify(title)} in ${page}`, () => {
      expect(parseBody(page)).to.deep.equal({ form: "webPage", text: title });
    });
  }

  it("reads a page of nothing but the beginnings of titles in one go", () => {
    // A mebibyte of them: a pattern that starts anew at each would take 10^11 steps, and mocha's time limit ends it.
    const page = "<title".repeat(2 ** 20 / 6);
    expect(parseBody(page)).to.deep.equal({ form: "webPage", text: "" });
    expect(parseBody(`${page}>found</title>`)).to.deep.equal({ form: "webPage", text: "found" });
  });
});
