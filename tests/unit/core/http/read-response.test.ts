import { expect } from "chai";
import fc from "fast-check";
import { operations, operationNames } from "../../../../provider/services/sourcepipeline/api/operations.ts";
import { categoryOf } from "../../../../provider/core/http/error-codes.ts";
import type { Operation } from "../../../../provider/core/http/operation.ts";
import { effectOf, readResponse } from "../../../../provider/core/http/read-response.ts";

const signedAt = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

const read = (operation: Operation, status: number, body: unknown, headers: Record<string, string> = {}) =>
  readResponse(operation, { status, headers, signedAt, text: typeof body === "string" ? body : JSON.stringify(body) });

describe("readResponse: success", () => {
  it("reads what stands under result", () => {
    const outcome = read(operations.getProjects, 200, { result: { projectList: [{ id: 1, name: "a" }] } });
    expect(outcome).to.deep.equal({ result: { projectList: [{ id: 1, name: "a" }] } });
  });

  it("reads the unwrapped form of the documentation of 2024", () => {
    expect(read(operations.getProjects, 200, { projectList: [{ id: "7", name: "a" }] })).to.deep.equal({
      result: { projectList: [{ id: 7, name: "a" }] },
    });
    expect(read(operations.deleteProject, 200, { result: true })).to.deep.equal({ result: { result: true } });
    expect(read(operations.createProject, 201, { projectId: 12 })).to.deep.equal({ result: { projectId: 12 } });
  });

  it("takes any 2xx", () => {
    for (const status of [200, 201, 202, 299]) {
      expect(read(operations.startProject, status, { result: { historyId: 5 } })).to.have.property("result");
    }
  });

  it("takes an empty response for an acknowledgement, and for nothing else", () => {
    for (const name of operationNames) {
      const isAcknowledged = ["changeProject", "cancelProject", "deleteProject"].includes(name);
      const outcome = read(operations[name], 204, "");
      if (isAcknowledged) expect(outcome, name).to.deep.equal({ result: { result: true } });
      else expect(outcome.failure, name).to.include({ category: "unexpectedResponse", reason: "empty" });
    }
  });

  it("ignores an error that is null", () => {
    expect(read(operations.createProject, 200, { error: null, result: { projectId: 1 } })).to.have.property("result");
  });
});

describe("readResponse: a success that is none", () => {
  const changed = { effect: "unknown", status: 200 } as const;

  it("takes an error object inside a 200 for the error that it is", () => {
    const { failure } = read(operations.createProject, 200, { error: { errorCode: 340405, message: "taken" } });
    expect(failure).to.include({ category: "conflict", serviceCode: "340405", serviceMessage: "taken", ...changed });
  });

  it("reads the gateway's codes there, too, as strings and numbers", () => {
    for (const errorCode of ["900", 900]) {
      const { failure } = read(operations.createProject, 200, { error: { errorCode, message: "Unexpected Error" } });
      expect(failure).to.include({ category: "server", serviceCode: "900", ...changed });
    }
  });

  it("takes an error over a result beside it", () => {
    const { failure } = read(operations.getProjects, 200, { error: { message: "x" }, result: { projectList: [] } });
    expect(failure).to.include({ category: "unexpectedResponse", effect: "none" });
  });

  it("does not take a success envelope of another kind for a code", () => {
    const { failure } = read(operations.createProject, 200, { code: 200, msg: "ok", data: {} });
    expect(failure).to.include({ category: "unexpectedResponse", reason: "otherContent", ...changed });
  });

  it("never reads an empty list from a response without the list", () => {
    for (const body of [{}, { result: {} }, { result: null }, { result: [] }, { result: true }, null, 5, "[]", []]) {
      for (const name of operationNames) {
        const operation: Operation = operations[name];
        if (operation.items === undefined) continue;
        const outcome = read(operation, 200, body);
        expect(outcome.failure, `${name} ${JSON.stringify(body)}`).to.include({ reason: "otherContent" });
      }
    }
  });

  it("reads null for a list as empty, as the schemas do", () => {
    expect(read(operations.getProjects, 200, { result: { projectList: null } })).to.deep.equal({
      result: { projectList: [] },
    });
  });

  it("wants the acknowledgement: on failure the field is not shown", () => {
    for (const body of [{}, { result: {} }, { result: false }, { result: { result: false } }]) {
      expect(read(operations.deleteProject, 200, body).failure).to.include({ reason: "otherContent", ...changed });
    }
  });

  for (const [text, reason] of [
    ['{"result":{"projectId":', "truncated"],
    ["<html><title>Sign in</title></html>", "webPage"],
    ["OK", "notJson"],
  ] as const) {
    it(`${text} is ${reason}`, () => {
      expect(read(operations.createProject, 200, text).failure).to.include({
        category: "unexpectedResponse",
        reason,
        ...changed,
      });
    });
  }
});

describe("readResponse: errors", () => {
  it("reads a missing pipeline in all its forms", () => {
    const forms: [status: number, errorCode: unknown, reason: string][] = [
      [400, 340404, "errorResponse"],
      [404, 340404, "errorResponse"],
      [400, "340404", "errorResponse"],
      [404, "300", "unknownPath"],
    ];
    for (const [status, errorCode, reason] of forms) {
      const { failure } = read(operations.getProject, status, {
        error: { errorCode, message: "gone", details: "gone" },
      });
      expect(failure).to.include({ category: "notFound", reason, serviceMessage: "gone", status });
    }
  });

  it("joins message and details", () => {
    const error = { errorCode: "200", message: "Authentication Failed", details: "Invalid\n information." };
    const { failure } = read(operations.getProject, 401, { error });
    expect(failure).to.include({ serviceMessage: "Authentication Failed: Invalid information." });
  });

  it("reports how far the service's clock is when it does not accept who we are", () => {
    const headers = { date: "Wed, 21 Oct 2026 07:34:00 GMT" };
    expect(read(operations.getProject, 401, "", headers).failure).to.include({ clockOffsetMs: 360_000 });
    expect(read(operations.getProject, 400, "", headers).failure).not.to.have.property("clockOffsetMs");
  });

  it("reads Retry-After by the service's clock", () => {
    const headers = { date: "Wed, 21 Oct 2026 09:00:00 GMT", "retry-after": "Wed, 21 Oct 2026 09:00:03 GMT" };
    expect(read(operations.getProject, 429, "", headers).failure).to.include({ retryAfterMs: 3000 });
  });

  it("names the request", () => {
    for (const name of ["x-ncp-trace-id", "x-ncp-apigw-request-id", "x-request-id"]) {
      expect(read(operations.getProject, 500, "", { [name]: "r-1" }).failure).to.include({ requestId: "r-1" });
    }
  });

  it("takes a web page for the work of a proxy, unless a server failed or a key was refused", () => {
    const page = "<html><title>Blocked</title></html>";
    const reasons = [302, 400, 401, 403, 404, 429, 502].map(
      (status) => read(operations.getProject, status, page).failure?.reason,
    );
    expect(reasons).to.deep.equal([
      "redirected",
      "webPage",
      "errorResponse",
      "webPage",
      "webPage",
      "errorResponse",
      "errorResponse",
    ]);
  });

  it("shortens a server's message", () => {
    const { failure } = read(operations.getProject, 500, "x ".repeat(100_000));
    expect(failure?.serviceMessage).to.have.lengthOf.at.most(300);
  });
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

describe("readResponse: anything", () => {
  const name = fc.constantFrom(...operationNames);
  const status = fc.oneof(fc.constantFrom(200, 201, 204, 400, 401, 404, 429, 500), fc.integer({ min: 100, max: 599 }));
  const envelope = (value: fc.Arbitrary<unknown>) =>
    fc.record({ result: value, error: value, errorCode: value, status: value, code: value }, { requiredKeys: [] });

  it("reads any JSON without throwing, and fails with a category", () => {
    const body = fc.oneof(fc.jsonValue(), envelope(fc.jsonValue()), fc.record({ error: envelope(fc.jsonValue()) }));
    fc.assert(
      fc.property(name, status, body, (operation, code, value) => {
        const outcome = read(operations[operation], code, JSON.stringify(value));
        expect("result" in outcome || typeof outcome.failure.category === "string").to.equal(true);
      }),
    );
  });

  it("reads any text and any header without throwing", () => {
    const headers = fc.record({ date: fc.string(), "retry-after": fc.string(), "x-request-id": fc.string() });
    fc.assert(
      fc.property(name, status, fc.string(), headers, (operation, code, text, given) => {
        const { failure } = read(operations[operation], code, text, given);
        if (failure?.retryAfterMs !== undefined) expect(failure.retryAfterMs).to.be.within(0, 30_000);
      }),
    );
  });

  it("never takes an error status for a success", () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (operation, code, value) => {
        expect(read(operations[operation], code, { result: value }).failure).to.be.an("object");
      }),
    );
  });
});
