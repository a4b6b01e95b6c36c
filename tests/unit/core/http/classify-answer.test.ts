import { expect } from "chai";
import { gatewayErrors } from "../../../../provider/core/http/error-codes.ts";
import { isDuplicateName } from "../../../../provider/services/sourcepipeline/api/error-codes.ts";
import { categoryOf, effectOf } from "../../../../provider/core/http/classify-answer.ts";

describe("categoryOf", () => {
  for (const [name, { status, code, category }] of Object.entries(gatewayErrors)) {
    it(`gateway: ${status} with ${code} (${name}) is ${category}`, () => {
      expect(categoryOf(status, code)).to.equal(category);
    });
    it(`gateway: ${code} (${name}) inside a success is ${category}`, () => {
      expect(categoryOf(200, code)).to.equal(category);
    });
  }

  const cases: [status: number, code: string, category: string][] = [
    [400, "340404", "notFound"],
    [404, "340404", "notFound"],
    [400, "310404", "notFound"],
    [400, "340405", "conflict"],
    [400, "310405", "conflict"],
    [400, "340409", "conflict"],
    [400, "340400", "validation"],
    [400, "330900", "validation"],
    [500, "330900", "server"],
    [401, "340403", "permission"],
    [200, "340404", "notFound"],
    [200, "330900", "unexpectedResponse"],
    // A service's own failure is one under any status.
    [200, "340500", "server"],
    [200, "340503", "server"],
    [200, "310599", "server"],
    [400, "340500", "server"],
    [500, "340500", "server"],
    [200, "3405000", "unexpectedResponse"],
    [429, "340500", "throttling"],
    [429, "340400", "throttling"],
    [429, "", "throttling"],
    // A gateway's code under another status, and HTTP's own numbers as codes, say nothing.
    [400, "200", "validation"],
    [400, "300", "validation"],
    [404, "400", "notFound"],
    [401, "", "authentication"],
    [403, "", "permission"],
    [404, "", "notFound"],
    [405, "", "validation"],
    [408, "", "server"],
    [409, "", "conflict"],
    [418, "", "validation"],
    [500, "", "server"],
    [501, "", "server"],
    [502, "", "server"],
    [599, "x", "server"],
    [302, "", "unexpectedResponse"],
    [200, "", "unexpectedResponse"],
    [999, "", "unexpectedResponse"],
  ];
  for (const [status, code, category] of cases) {
    it(`${status} with ${code || "no code"} is ${category}`, () => {
      expect(categoryOf(status, code)).to.equal(category);
    });
  }
});

describe("effectOf", () => {
  it("is none for a refusal", () => {
    for (const status of [400, 401, 403, 404, 409, 413, 429])
      expect(effectOf("POST", status, categoryOf(status, "")), `${status}`).to.equal("none");
  });

  it("is unknown for a server that failed, a success without content and a timeout", () => {
    for (const status of [200, 201, 204, 302, 408, 500, 502, 503, 504]) {
      for (const method of ["POST", "PATCH", "DELETE"] as const) {
        expect(effectOf(method, status, categoryOf(status, "")), `${method} ${status}`).to.equal("unknown");
      }
    }
    expect(effectOf("POST", 400, categoryOf(400, "340500"))).to.equal("unknown");
  });

  it("is none for reading", () => {
    for (const status of [200, 400, 500]) expect(effectOf("GET", status, "server")).to.equal("none");
  });
});

describe("isDuplicateName", () => {
  it("is true of the one code that says that a pipeline's name is taken", () => {
    const codes = ["340405", "340409", "310405", "405", "409", "", undefined];
    expect(codes.filter((serviceCode) => isDuplicateName({ serviceCode }))).to.deep.equal(["340405"]);
  });
});
