import { expect } from "chai";
import { categoryOf, gatewayErrors } from "../../../../provider/core/http/error-codes.ts";

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
    [500, "330900", "validation"],
    [500, "330777", "server"],
    [401, "340403", "permission"],
    [200, "340404", "notFound"],
    [200, "330900", "validation"],
    [200, "330777", "unexpectedResponse"],
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
    // A gateway's code under another status, and HTTP's own numbers as codes, mean nothing.
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
