import { expect } from "chai";
import { inspect } from "node:util";
import { categories, categoryOf } from "../../../../provider/core/http/error-codes.ts";
import { createServiceError } from "../../../../provider/core/http/create-service-error.ts";
import { errorClasses, isServiceError, NotFoundError, ServiceError } from "../../../../provider/core/http/errors.ts";
import { redactFailure, type Failure, type Reason } from "../../../../provider/core/http/failure.ts";
import { reasons } from "../../../../provider/core/http/reasons.ts";
import type { ServiceHints } from "../../../../provider/core/http/service.ts";
import { failureWith, lost, refused } from "./failures.ts";

const hints: ServiceHints = {
  service: "SourceDepot",
  endpoint: "https://depot.example.com",
  policies: "NCP_DEPOT_KEEPER",
  conflicts: { discardParcel: { "990405": "Unseal the parcel first.", "990409": "Wait for the courier." } },
  plainConflict: "990409",
};

const errorOf = (failure: Failure, attempts = 1, operation = "getParcel"): ServiceError =>
  createServiceError(failure, { operation, summary: "get a parcel", host: "host:4600", attempts }, hints);

const missing = failureWith({
  category: "notFound",
  status: 400,
  serviceCode: "990404",
  serviceMessage: "parcel not found",
  requestId: "r-1",
});

describe("ServiceError", () => {
  it("states what was tried where, what happened and what to do", () => {
    expect(errorOf(missing).message).to.equal(
      'Could not get a parcel at host:4600: the service returned an error (HTTP 400, code 990404, "parcel not found", request r-1). ' +
        "Check the name or the id, the region and the account; it may have been deleted in the console.",
    );
  });

  it("carries what programs go by", () => {
    const error = errorOf(missing);
    expect(error).to.be.instanceOf(NotFoundError).and.instanceOf(ServiceError).and.instanceOf(Error);
    expect(error).to.include({ ...missing, operation: "getParcel", name: "NotFoundError" });
    expect(error.hint).to.include("Check the name");
  });

  it("has no stack, which Pulumi would show, and a code that is a string, as Pulumi would misread a number", () => {
    expect(errorOf(missing)).to.have.property("code", "NCLOUD_NOT_FOUND");
    expect(errorOf(missing).stack).to.equal("");
  });

  it("keeps what the network reported as its cause, out of sight", () => {
    const error = errorOf({ ...refused, detail: "connect ECONNREFUSED" });
    expect(error.cause).to.equal("connect ECONNREFUSED");
    expect(Object.keys(error)).not.to.include("cause");
  });

  it("is known by any copy of the package", () => {
    const elsewhere = Object.assign(new Error("x"), {
      [Symbol.for("pulumi-ncloud-sourcepipeline.ServiceError")]: true,
    });
    expect([errorOf(missing), elsewhere].map(isServiceError)).to.deep.equal([true, true]);
    for (const other of [new Error("x"), undefined, null, "text", {}]) expect(isServiceError(other)).to.equal(false);
  });

  it("has a class and a hint for every category", () => {
    for (const category of categories) {
      const error = errorOf(failureWith({ category }));
      expect(error).to.be.instanceOf(errorClasses[category]);
      expect(error.hint, category).to.match(/^[A-Z].*\.$/);
    }
    expect(new Set(Object.values(errorClasses)).size).to.equal(categories.length);
  });

  it("counts the attempts when there were several", () => {
    expect(errorOf(lost, 5).message).to.include("before the response was complete, after 5 attempts. Check");
  });
});

describe("hints of errors", () => {
  const messageOf = (failure: Partial<Failure>): string => errorOf(failureWith(failure)).message;

  it("name the keys, where they come from and what refresh uses", () => {
    const message = messageOf({ category: "authentication", status: 401 });
    for (const text of [
      "ncloud:accessKey",
      "ncloud:secretKey",
      "NCLOUD_ACCESS_KEY",
      "NCLOUD_SECRET_KEY",
      "--run-program",
    ]) {
      expect(message).to.include(text);
    }
  });

  it("have all their words filled in, whatever the reason", () => {
    for (const [reason, { event }] of Object.entries(reasons)) {
      const message = messageOf({ category: "network", reason: reason as Reason });
      expect(message, reason)
        .to.include(`: ${event}. `)
        .and.match(/[.?]$/)
        .and.not.match(/[{}]|undefined/);
    }
  });

  it("report clocks that are apart", () => {
    const apart = (clockOffsetMs: number) => messageOf({ category: "authentication", status: 401, clockOffsetMs });
    expect(apart(360_000)).to.include("the service's clock is 6 minutes ahead of this machine's: set the clock");
    expect(apart(-90_000)).to.include("90 seconds behind");
    expect(apart(59_000)).not.to.include("clock");
  });

  it("name the endpoint where it may be the wrong one", () => {
    const suspicious: Partial<Failure>[] = [
      { category: "network", reason: "refused" },
      { category: "network", reason: "unknownHost" },
      { category: "network", reason: "notHttp" },
      { category: "network", reason: "insecure" },
      { category: "notFound", reason: "unknownPath", status: 404 },
      { category: "notFound", reason: "webPage", status: 404 },
      { category: "unexpectedResponse", reason: "webPage", status: 200 },
      { category: "unexpectedResponse", reason: "redirected", status: 302 },
      { category: "unexpectedResponse", reason: "otherContent", status: 200 },
      { category: "validation", reason: "badEndpoint" },
    ];
    for (const failure of suspicious) {
      expect(messageOf(failure), failure.reason).to.include("ncloud:endpoint").and.include("NCLOUD_API_GW");
    }
  });
});

describe("hints of conflicts", () => {
  const hint = (operation: string, facts: Partial<Failure>): string =>
    errorOf(failureWith({ category: "conflict", status: 400, ...facts }), 1, operation).hint;

  it("are the service's, by operation and code; a conflict without a code counts as the plain one", () => {
    const cases: [operation: string, facts: Partial<Failure>, hint: RegExp][] = [
      ["discardParcel", { serviceCode: "990405" }, /^Unseal the parcel first\.$/],
      ["discardParcel", { serviceCode: "990409" }, /^Wait for the courier\.$/],
      ["discardParcel", { status: 409 }, /^Wait for the courier\.$/],
      ["getParcel", { serviceCode: "990405" }, /gives no reason/],
    ];
    for (const [operation, facts, expected] of cases) expect(hint(operation, facts)).to.match(expected);
  });

  it("point to the service's own message in all other cases, where there is one", () => {
    const facts = { serviceCode: "990410", serviceMessage: "the depot is full" };
    expect(hint("discardParcel", facts)).to.match(/for the reason that it gives above/);
    expect(hint("discardParcel", { ...facts, serviceMessage: "" })).to.match(/gives no reason/);
  });
});

describe("hints of servers that failed", () => {
  const hint = (facts: Partial<Failure>): string => errorOf(failureWith(facts)).hint;

  it("do not blame the endpoint for a service's own failure, under any status", () => {
    for (const status of [200, 400, 500]) {
      const category = categoryOf(status, "990500");
      expect(hint({ category, status, serviceCode: "990500" }), `${status}`).not.to.include("endpoint");
    }
  });

  it("name the endpoint where the server lacks the operation for good", () => {
    for (const status of [501, 505])
      expect(hint({ status })).to.include("does not offer").and.include("ncloud:endpoint");
  });
});

describe("redactFailure", () => {
  const secrets = ["AK0000000000000000TEST", "SK00000000000000000000000000000000000TEST"];
  const signature = "JjAM4AJUuA4AxgFwaUaVKneMHPcoiEK//s43R4tgB2g=";

  it("takes keys and signatures out of whatever came from outside", () => {
    const leak = `key ${secrets.join(" and ")}, signature ${signature}`;
    const failure = failureWith({ serviceCode: leak, serviceMessage: leak, requestId: leak, detail: leak });
    const error = errorOf(redactFailure(failure, secrets), 2);
    const shown = inspect(error, { showHidden: true, depth: 9 }) + JSON.stringify(error) + error.message;
    for (const secret of [...secrets, signature]) expect(shown).not.to.include(secret);
    expect(shown).to.include("key [redacted] and [redacted], signature [redacted]");
  });

  it("leaves the rest, and an empty key, alone", () => {
    expect(redactFailure(missing, ["", "secret"])).to.deep.include(missing);
  });
});
