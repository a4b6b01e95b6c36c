import { expect } from "chai";
import { inspect } from "node:util";
import { categories } from "../../../../provider/core/http/error-codes.ts";
import { hints } from "../../../../provider/services/sourcepipeline/api/hints.ts";
import { operationNames, type OperationName } from "../../../../provider/services/sourcepipeline/api/operations.ts";
import { categoryOf } from "../../../../provider/core/http/classify-answer.ts";
import { createServiceError } from "../../../../provider/core/http/create-service-error.ts";
import { errorClasses, isServiceError, NotFoundError, ServiceError } from "../../../../provider/core/http/errors.ts";
import type { Failure } from "../../../../provider/core/http/failure.ts";
import { redactFailure } from "../../../../provider/core/http/redact-failure.ts";
import { failureWith, lost, refused } from "./failures.ts";

const errorOf = (failure: Failure, attempts = 1, operation: OperationName = "getProject"): ServiceError =>
  createServiceError(failure, { operation, summary: "get a pipeline", host: "host:4600", attempts }, hints);

const missing = failureWith({
  category: "notFound",
  status: 400,
  serviceCode: "340404",
  serviceMessage: "pipeline not found",
  requestId: "r-1",
});

describe("ServiceError", () => {
  it("says what was tried where, what happened and what to do", () => {
    expect(errorOf(missing).message).to.equal(
      'Could not get a pipeline at host:4600: the service answered with an error (HTTP 400, code 340404, "pipeline not found", request r-1). ' +
        "Check the name or the id, the region and the account; it may have been deleted in the console.",
    );
  });

  it("carries what programs go by", () => {
    const error = errorOf(missing);
    expect(error).to.be.instanceOf(NotFoundError).and.instanceOf(ServiceError).and.instanceOf(Error);
    expect(error).to.include({ ...missing, operation: "getProject", name: "NotFoundError" });
    expect(error.hint).to.include("Check the name");
  });

  it("has no stack, which Pulumi would show, and a code that is a text, as Pulumi would misread a number", () => {
    expect(errorOf(missing)).to.have.property("code", "NCLOUD_NOT_FOUND");
    expect(errorOf(missing).stack).to.equal("");
  });

  it("keeps what the network said as its cause, out of sight", () => {
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
    expect(errorOf(lost, 5).message).to.include("before the answer was complete, after 5 attempts. Check");
  });
});

describe("remedies", () => {
  const says = (failure: Partial<Failure>): string => errorOf(failureWith(failure)).message;

  it("names the keys, where they come from and what refresh uses", () => {
    const message = says({ category: "authentication", status: 401 });
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

  it("says so when the clocks are apart", () => {
    const apart = (clockOffsetMs: number) => says({ category: "authentication", status: 401, clockOffsetMs });
    expect(apart(360_000)).to.include("the service's clock is 6 minutes ahead of this machine's: set the clock");
    expect(apart(-90_000)).to.include("90 seconds behind");
    expect(apart(59_000)).not.to.include("clock");
  });

  it("names the endpoint where it may be the wrong one", () => {
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
      expect(says(failure), failure.reason).to.include("ncloud:endpoint").and.include("NCLOUD_API_GW");
    }
  });
});

describe("remedies of conflicts", () => {
  const hint = (operation: OperationName, facts: Partial<Failure>): string =>
    errorOf(failureWith({ category: "conflict", status: 400, ...facts }), 1, operation).hint;
  const quota = { serviceCode: "340409", serviceMessage: "quota of pipelines reached" };
  const ownWords = "The service refuses this in its present state; its own words above say why.";

  it("tells to choose another name only where the service says that it is taken", () => {
    const taken = { serviceCode: "340405", serviceMessage: "in use" };
    expect(hint("createProject", taken)).to.equal("Choose another name.");
    for (const operation of operationNames) {
      for (const facts of [quota, { status: 409 }, { serviceCode: "310405" }, { serviceCode: "340410" }]) {
        expect(hint(operation, facts), operation).not.to.match(/name/i);
      }
    }
    expect(hint("deleteProject", taken)).to.equal(ownWords);
  });

  it("fits the operation", () => {
    const running = { serviceCode: "340409", serviceMessage: "running" };
    expect(hint("deleteProject", running)).to.equal("Cancel the run or wait for its end, then try again.");
    expect(hint("deleteProject", { status: 409 })).to.equal("Cancel the run or wait for its end, then try again.");
    expect(hint("startProject", running)).to.match(/^Wait for the end of the run in progress/);
    expect(hint("cancelProject", running)).to.match(/^The run may have ended already/);
  });

  it("points to the service's own words in all other cases, where there are any", () => {
    expect(hint("createProject", quota)).to.equal(ownWords);
    expect(hint("changeProject", quota)).to.equal(ownWords);
    expect(hint("deleteProject", { serviceCode: "340411", serviceMessage: "used by a trigger" })).to.equal(ownWords);
    expect(hint("createProject", { status: 409 })).to.match(/does not say why/);
  });
});

describe("remedies of servers that failed", () => {
  const hint = (facts: Partial<Failure>): string => errorOf(failureWith(facts)).hint;

  it("do not blame the endpoint for a service's own failure, under any status", () => {
    for (const status of [200, 400, 500]) {
      const category = categoryOf(status, "340500");
      expect(hint({ category, status, serviceCode: "340500" }), `${status}`).not.to.include("endpoint");
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
