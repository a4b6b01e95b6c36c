import { expect } from "chai";
import { categoryOfServiceCode, gatewayErrors } from "../../../../../provider/core/http/error-codes.ts";
import { serviceErrors } from "../../../../../provider/services/sourcepipeline/api/error-codes.ts";
import { operationNames, operations } from "../../../../../provider/services/sourcepipeline/api/operations.ts";

describe("the table of operations", () => {
  it("has the 16 operations of the service, each once", () => {
    expect(operationNames).to.have.length(16);
    expect(operationNames).to.deep.equal(Object.keys(operations));
    const routes = operationNames.map((name) => `${operations[name].method} ${operations[name].path}`);
    expect(new Set(routes)).to.have.length(16);
    expect(new Set(operationNames.map((name) => operations[name].page))).to.have.length(16);
  });

  it("holds no behaviour: everything but the schemas is plain data", () => {
    for (const name of operationNames) {
      for (const [key, value] of Object.entries(operations[name])) {
        if (key !== "body" && key !== "result")
          expect(JSON.parse(JSON.stringify(value)), `${name}.${key}`).to.deep.equal(value);
      }
    }
  });
});

describe("the tables of errors", () => {
  it("distinguish every gateway error from the others by status and code together", () => {
    const rows = Object.values(gatewayErrors);
    expect(new Set(rows.map(({ status, code }) => `${status} ${code}`))).to.have.length(rows.length);
  });

  it("give every code of a service a category", () => {
    for (const { code } of Object.values(serviceErrors)) {
      expect(String(code)).to.match(/^\d{6}$/);
      expect(categoryOfServiceCode(String(code)), String(code)).not.to.equal(undefined);
    }
  });
});
