import { expect } from "chai";
import { createServiceError } from "../../../../../provider/core/http/create-service-error.ts";
import type { Failure } from "../../../../../provider/core/http/failure.ts";
import { hints } from "../../../../../provider/services/sourcepipeline/api/hints.ts";
import {
  operationNames,
  type OperationName,
} from "../../../../../provider/services/sourcepipeline/api/operation-names.ts";
import { failureWith } from "../../../core/http/failures.ts";

describe("hints of SourcePipeline", () => {
  const errorOf = (operation: OperationName, facts: Partial<Failure>) =>
    createServiceError(failureWith(facts), { operation, summary: "x", host: "host:4600", attempts: 1 }, hints);
  const hintOf = (operation: OperationName, facts: Partial<Failure>): string =>
    errorOf(operation, { category: "conflict", status: 400, ...facts }).hint;
  const quota = { serviceCode: "340409", serviceMessage: "quota of pipelines reached" };
  const ownMessage = "The service refuses this in its present state, for the reason that it gives above.";

  it("ask for another name only where the service reports that it is taken", () => {
    const taken = { serviceCode: "340405", serviceMessage: "in use" };
    expect(hintOf("createProject", taken)).to.equal("Choose another name.");
    for (const operation of operationNames) {
      for (const facts of [quota, { status: 409 }, { serviceCode: "310405" }, { serviceCode: "340410" }]) {
        expect(hintOf(operation, facts), operation).not.to.match(/name/i);
      }
    }
    expect(hintOf("deleteProject", taken)).to.equal(ownMessage);
  });

  it("fit the operation", () => {
    const running = { serviceCode: "340409", serviceMessage: "running" };
    expect(hintOf("deleteProject", running)).to.equal("Cancel the run or wait for its end, then try again.");
    expect(hintOf("deleteProject", { status: 409 })).to.equal("Cancel the run or wait for its end, then try again.");
    expect(hintOf("startProject", running)).to.match(/^Wait for the end of the run in progress/);
    expect(hintOf("cancelProject", running)).to.match(/^The run may have ended already/);
  });

  it("point to the service's own message in all other cases, where there is one", () => {
    expect(hintOf("createProject", quota)).to.equal(ownMessage);
    expect(hintOf("changeProject", quota)).to.equal(ownMessage);
    expect(hintOf("deleteProject", { serviceCode: "340411", serviceMessage: "used by a trigger" })).to.equal(
      ownMessage,
    );
    expect(hintOf("createProject", { status: 409 })).to.match(/gives no reason/);
  });

  it("name the policies, and an endpoint, where these are missing", () => {
    expect(errorOf("getProjects", { category: "permission", status: 401 }).hint).to.include(
      "a SourcePipeline policy (NCP_VPC_SOURCEPIPELINE_MANAGER, on Classic NCP_SOURCEPIPELINE_MANAGER)",
    );
    expect(errorOf("getProjects", { category: "validation", reason: "badEndpoint" }).hint).to.include(
      "such as https://vpcsourcepipeline.apigw.ntruss.com.",
    );
  });
});
