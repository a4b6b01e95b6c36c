import { expect } from "chai";
import * as fc from "fast-check";
import { parseBody, readError, readResult } from "../../../../provider/core/http/response-body.ts";

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

describe("readResult", () => {
  it("takes what stands under result, whatever it is", () => {
    for (const result of [{ projectId: 1 }, [], true, null, 0, ""]) {
      expect(readResult({ result })).to.deep.equal(result);
    }
  });

  it("finds nothing in a body that is not wrapped", () => {
    for (const body of [undefined, null, "result", 1, [], [{ result: 1 }], {}, { projectList: [] }]) {
      expect(readResult(body)).to.equal(undefined);
    }
  });
});

describe("readError", () => {
  it("reads codes that are numbers and codes that are strings alike", () => {
    const strings = readError({ error: { errorCode: "340404", message: "m", details: "d" } });
    expect(strings).to.deep.equal({ code: "340404", message: "m", details: "d" });
    expect(readError({ error: { errorCode: 340404, message: "m", details: "d" } })).to.deep.equal(strings);
  });

  it("reads strings that are absent or null as empty", () => {
    const nothing = { code: "200", message: "", details: "" };
    expect(readError({ error: { errorCode: "200" } })).to.deep.equal(nothing);
    expect(readError({ error: { errorCode: "200", message: null, details: null } })).to.deep.equal(nothing);
    expect(readError({ error: { errorCode: "200", message: { en: "m" }, details: 7 } })).to.deep.equal(nothing);
  });

  it("finds no error where there is no code", () => {
    for (const body of [
      undefined,
      null,
      "error",
      1,
      [],
      {},
      { error: {} },
      { error: null },
      { error: { errorCode: null } },
    ]) {
      expect(readError(body)).to.equal(undefined);
    }
  });

  it("prefers the error object to what stands around it", () => {
    const body = { status: 400, code: "outer", error: { errorCode: 340400, message: "inner" } };
    expect(readError(body)).to.deep.equal({ code: "340400", message: "inner", details: "" });
  });

  it("never throws, and gives strings only", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        for (const value of Object.values(readError(body) ?? {})) expect(value).to.be.a("string");
      }),
    );
  });
});
