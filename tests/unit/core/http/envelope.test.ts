import { expect } from "chai";
import * as fc from "fast-check";
import { readError, readResult } from "../../../../provider/core/http/envelope.ts";

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
  it("reads codes that are numbers and codes that are texts alike", () => {
    const texts = readError({ error: { errorCode: "340404", message: "m", details: "d" } });
    expect(texts).to.deep.equal({ code: "340404", message: "m", details: "d" });
    expect(readError({ error: { errorCode: 340404, message: "m", details: "d" } })).to.deep.equal(texts);
  });

  it("reads texts that are absent or null as empty", () => {
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

  it("never throws, and gives texts only", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        for (const value of Object.values(readError(body) ?? {})) expect(value).to.be.a("string");
      }),
    );
  });
});
