import { expect } from "chai";
import * as fc from "fast-check";
import { reduceRun, type RunEvent } from "../../../emulator/runs/reduce-run.ts";
import type { Run } from "../../../emulator/state/state.ts";

/** A run of tasks given as name and links; all wait. */
function runOf(tasks: Record<string, string[]>): Run {
  return {
    id: 1,
    projectId: 2,
    requestType: "console",
    requestId: "me",
    begin: 0,
    end: null,
    status: "inProgress",
    chain: [2],
    tasks: Object.entries(tasks).map(([name, linkedTasks], index) => ({
      id: index,
      name,
      type: "SourceBuild",
      projectId: 3,
      linkedTasks,
      status: "waiting",
      resultId: "",
    })),
  };
}

const wordsOf = ({ tasks }: Run) => Object.fromEntries(tasks.map(({ name, status }) => [name, status]));

const play = (run: Run, ...events: RunEvent[]) =>
  events.reduce((last, event, index) => reduceRun(last.run, event, index + 1), reduceRun(run, { type: "started" }, 0));

const ended = (task: string, status: "success" | "failed" = "success"): RunEvent => ({
  type: "taskEnded",
  task,
  status,
});

const diamond = { start: [], left: ["start"], right: ["start"], end: ["left", "right"] };

describe("reducing a run", () => {
  it("starts every task that waits for none", () => {
    const { run, commands } = play(runOf({ a: [], b: [], c: ["a"] }));
    expect(wordsOf(run)).to.deep.equal({ a: "inProgress", b: "inProgress", c: "waiting" });
    expect(commands).to.deep.equal([
      { type: "startTask", task: "a" },
      { type: "startTask", task: "b" },
    ]);
  });

  it("starts a task when all its links succeeded", () => {
    const half = play(runOf(diamond), ended("start"), ended("left"));
    expect(wordsOf(half.run)).to.include({ right: "inProgress", end: "waiting" });
    expect(play(runOf(diamond), ended("start"), ended("left"), ended("right")).commands).to.deep.equal([
      { type: "startTask", task: "end" },
    ]);
  });

  it("ends in success with the last task", () => {
    const { run, commands } = play(runOf(diamond), ended("start"), ended("left"), ended("right"), ended("end"));
    expect(run).to.include({ status: "success", end: 4 });
    expect(commands).to.deep.equal([{ type: "finish", status: "success" }]);
  });

  it("skips what comes after a failure, and lets the rest end", () => {
    const failed = play(runOf(diamond), ended("start"), ended("left", "failed"));
    expect(wordsOf(failed.run)).to.deep.equal({
      start: "success",
      left: "failed",
      right: "inProgress",
      end: "canceled",
    });
    expect(failed.run).to.include({ end: null, status: "inProgress" });
    const done = reduceRun(failed.run, ended("right"), 9);
    expect(done.run).to.include({ end: 9, status: "failed" });
  });

  it("cancels what runs and what waits, once", () => {
    const { run, commands } = play(runOf(diamond), ended("start"), { type: "canceled" });
    expect(wordsOf(run)).to.deep.equal({ start: "success", left: "canceled", right: "canceled", end: "canceled" });
    expect(commands).to.deep.equal([
      { type: "stopTask", task: "left" },
      { type: "stopTask", task: "right" },
      { type: "finish", status: "canceled" },
    ]);
    expect(reduceRun(run, { type: "canceled" }, 99)).to.deep.equal({ run, commands: [] });
  });

  it("fails when nothing can start any more", () => {
    expect(play(runOf({ a: ["b"], b: ["a"] })).run).to.include({ status: "failed" });
  });

  it("always ends, and never runs a task before its links or after a failed one", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const graph = fc.tuple(...names.map((_, index) => fc.subarray(names.slice(0, index))));
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat()), (links, luck, choice) => {
        let { run } = play(runOf(Object.fromEntries(names.map((name, index) => [name, links[index] ?? []]))));
        for (let steps = 0; run.end === null; steps += 1) {
          expect(steps).to.be.below(names.length);
          const running = run.tasks.filter(({ status }) => status === "inProgress");
          for (const task of running) {
            for (const link of task.linkedTasks) expect(wordsOf(run)[link]).to.equal("success");
          }
          const task = running[choice.next().value % running.length]!;
          ({ run } = reduceRun(run, ended(task.name, luck.next().value ? "success" : "failed"), steps));
        }
        const words = Object.values(wordsOf(run));
        expect(words).not.to.include.members(["waiting"]).and.not.include.members(["inProgress"]);
        expect(run.status).to.equal(words.every((word) => word === "success") ? "success" : "failed");
      }),
    );
  });
});
