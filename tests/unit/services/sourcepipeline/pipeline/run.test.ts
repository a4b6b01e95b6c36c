import { expect } from "chai";
import {
  isoTime,
  runOf,
  runTaskOf,
  stateOfStatus,
} from "../../../../../provider/services/sourcepipeline/pipeline-run/run.ts";

describe("the state of a run", () => {
  const words: [state: string, ...status: (string | undefined)[]][] = [
    ["succeeded", "success", "SUCCESS", "Succeeded", "complete", "completed", "done"],
    ["failed", "fail", "failed", "failure", "error", "Timeout"],
    ["canceled", "cancel", "canceled", "cancelled", "stop", "STOPPED"],
    ["running", "inProgress", "waiting", "prepare", "upload", "a new word", "", undefined],
  ];
  for (const [state, ...status] of words) {
    it(`is ${state} for ${status.join(", ")}`, () => {
      expect(new Set(status.map(stateOfStatus))).to.deep.equal(new Set([state]));
    });
  }
});

describe("the time of a run", () => {
  it("is read in seconds and in milliseconds", () => {
    expect(isoTime(1_700_000_000)).to.equal("2023-11-14T22:13:20.000Z");
    expect(isoTime(1_700_000_000_123)).to.equal("2023-11-14T22:13:20.123Z");
  });

  it("is none while there is none", () => {
    expect([undefined, 0].map(isoTime)).to.deep.equal([undefined, undefined]);
  });
});

it("a run has what the service returns, and nothing undefined", () => {
  expect(runOf({ id: 5, begin: 1_700_000_000, end: 0, status: "inProgress" }, 7)).to.deep.equal({
    id: 5,
    pipelineId: 7,
    state: "running",
    status: "inProgress",
    startedAt: "2023-11-14T22:13:20.000Z",
  });
  expect(runOf({ id: 5 }, 7)).to.deep.equal({ id: 5, pipelineId: 7, state: "running" });
});

it("a task of a run has what the service returns, and nothing undefined", () => {
  const task = { name: "build", type: "SourceBuild", status: "success", linkedTasks: [], resultId: "91" };
  expect(runTaskOf(task)).to.deep.equal({ ...task, state: "succeeded" });
  expect(runTaskOf({ name: "build", linkedTasks: ["test"] })).to.deep.equal({
    name: "build",
    linkedTasks: ["test"],
    state: "running",
  });
});
