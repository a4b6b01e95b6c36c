import { expect } from "chai";
import { describeHappening } from "../../../cli/run/describe-happening.ts";
import { noProgress } from "../../../cli/run/run-progress.ts";
import { eventsOf, shop, useRuns } from "./support/use-runs.ts";

describe("sourcepipeline run", function () {
  const runs = useRuns();

  const last = (events: Parameters<typeof eventsOf>[0]): string =>
    describeHappening(events.at(-1)!, shop, noProgress) ?? "";

  it("starts one run, emits each change of a task once, and ends with 0 when it succeeds", async () => {
    const { exitCode, events } = await runs.run();
    expect(exitCode).to.equal(0);
    expect(runs.runs()).to.have.length(1);
    const { id } = runs.runs()[0]!;
    expect(events[0]).to.deep.equal({ event: "started", runId: String(id) });
    expect(eventsOf(events, "tasks").map(({ tasks }) => tasks)).to.deep.equal([
      [
        { name: "build", type: "SourceBuild", linkedTasks: [] },
        { name: "deploy", type: "SourceBuild", linkedTasks: ["build"] },
      ],
    ]);
    expect(eventsOf(events, "task").map(({ task, rawStatus }) => `${task} ${rawStatus}`)).to.deep.equal([
      "build inProgress",
      "deploy waiting",
      "build success",
      "deploy inProgress",
      "deploy success",
    ]);
    expect(eventsOf(events, "ended")[0]).to.deep.include({ status: "success", exitCode: 0 });
    expect(runs.calls().filter((name) => name === "startProject")).to.have.length(1);
  });

  it("ends with 3 when a task fails, and names pipeline, run, task, result and where to look", async () => {
    runs.outcome("build", "failed");
    const { exitCode, events } = await runs.run();
    expect(exitCode).to.equal(3);
    const { id, tasks } = runs.runs()[0]!;
    expect(last(events)).to.equal(
      `Run ${String(id)} of pipeline "shop" failed: task "build" (SourceBuild result ${tasks[0]!.resultId}) ` +
        "failed. The log is in the console, under SourcePipeline, in the history of the pipeline.",
    );
  });

  it("ends with 2 when somebody cancels the run meanwhile", async () => {
    const { exitCode, events } = await runs.run({}, ({ event }) => {
      if (event === "tasks") runs.cancelInConsole(runs.runs()[0]!.id);
    });
    expect(exitCode).to.equal(2);
    expect(last(events)).to.match(/^Run \d+ of pipeline "shop" was canceled/);
    expect(runs.calls()).to.not.include("cancelProject");
  });

  it("starts without following", async () => {
    const { exitCode, events } = await runs.run({ isFollowed: false });
    expect(exitCode).to.equal(0);
    expect(events.map(({ event }) => event)).to.deep.equal(["started"]);
    expect(runs.calls()).to.not.include("getProjectHistory");
  });

  for (const statusWords of ["default", "upper", "build"] as const) {
    for (const timeUnit of ["ms", "s"] as const) {
      for (const runningEnd of ["null", "zero", "absent"] as const) {
        it(`reads words "${statusWords}", times in ${timeUnit} and an end that is ${runningEnd} meanwhile`, async () => {
          runs.settings({ statusWords, timeUnit, runningEnd });
          expect((await runs.run()).exitCode).to.equal(0);
          runs.outcome("deploy", "failed");
          const { exitCode, events } = await runs.run();
          expect(exitCode).to.equal(3);
          const { outcome } = eventsOf(events, "ended")[0]!;
          expect(outcome.durationMs).to.equal(10_000);
          expect(outcome.tasks["deploy"]).to.deep.include({ status: "failed" });
        });
      }
    }
  }

  describe("when a run is under way", () => {
    it("wait: waits for its end, and starts its own then", async () => {
      const other = runs.startInConsole();
      const { exitCode, events } = await runs.run({ ifRunning: "wait" });
      expect(exitCode).to.equal(0);
      expect(eventsOf(events, "note")[0]!.message).to.match(new RegExp(`^Waiting for run ${String(other)} `));
      const own = runs.runs().find(({ id }) => id !== other)!;
      expect(own.begin).to.be.at.least(runs.runs().find(({ id }) => id === other)!.end!);
      expect(events.at(-1)).to.deep.include({ event: "ended", runId: String(own.id) });
    });

    it("join: follows it, and starts none", async () => {
      const other = runs.startInConsole();
      runs.outcome("deploy", "failed");
      const { exitCode, events } = await runs.run({ ifRunning: "join" });
      expect(exitCode).to.equal(3);
      expect(runs.runs()).to.have.length(1);
      expect(eventsOf(events, "joined")).to.deep.equal([{ event: "joined", runId: String(other) }]);
    });

    it("start: starts beside it", async () => {
      const other = runs.startInConsole();
      const { exitCode, events } = await runs.run({ ifRunning: "start" });
      expect(exitCode).to.equal(0);
      expect(runs.runs()).to.have.length(2);
      expect(events[0]).to.have.property("runId").that.does.not.equal(String(other));
    });

    it("fail: starts none, and says how to go on", async () => {
      const other = runs.startInConsole();
      const { error } = await runs.run({ ifRunning: "fail" });
      expect(error).to.match(
        new RegExp(`^Run ${String(other)} .* of pipeline "shop" is under way, and --if-running is "fail"`),
      );
      expect(runs.runs()).to.have.length(1);
    });

    it("joined, it is nobody's to cancel: a timeout leaves it alone", async () => {
      const other = runs.startInConsole();
      const { exitCode, events } = await runs.run({ ifRunning: "join", timeoutMs: 3_000 });
      expect(exitCode).to.equal(124);
      expect(last(events)).to.match(/did not end in time, and goes on/);
      expect(runs.runs().find(({ id }) => id === other)!.end).to.equal(null);
    });

    it("wait: waits when a service that allows one run at a time refuses, because somebody was faster", async () => {
      runs.settings({ runWhileRunning: "refused" });
      let other: number | undefined;
      runs.onRequest(() => {
        if (runs.calls().at(-1) === "getProjectHistories") other ??= runs.startInConsole();
      });
      const { exitCode, events } = await runs.run();
      expect(exitCode).to.equal(0);
      expect(runs.runs()).to.have.length(2);
      expect(eventsOf(events, "note")[0]!.message).to.contain(`Waiting for run ${String(other)} `);
    });
  });

  describe("when the answer to the start is lost", () => {
    it("finds the run that began, and follows it", async () => {
      runs.fault({ operation: "startProject", when: "after", kind: "reset" });
      const { exitCode, events } = await runs.run();
      expect(exitCode).to.equal(0);
      expect(runs.runs()).to.have.length(1);
      expect(eventsOf(events, "ended")[0]!.runId).to.equal(String(runs.runs()[0]!.id));
    });

    it("says that none began, and starts no second one", async () => {
      runs.fault({ operation: "startProject", when: "before", kind: "reset" });
      const { error } = await runs.run();
      expect(error).to.match(/^The request to run pipeline "shop" may or may not have succeeded: /);
      expect(error)
        .to.contain("npx -p pulumi-ncloud-sourcepipeline sourcepipeline runs shop")
        .and.not.contain("pulumi up");
      expect(runs.runs()).to.have.length(0);
      expect(runs.calls().filter((name) => name === "startProject")).to.have.length(1);
    });

    it("names the candidates when two began meanwhile", async () => {
      runs.fault({ operation: "startProject", when: "after", kind: "reset" });
      runs.onRequest(() => {
        if (runs.calls().at(-1) === "startProject" && runs.runs().length < 2) runs.startInConsole();
      });
      const { error } = await runs.run();
      for (const { id } of runs.runs()) expect(error).to.contain(`${String(id)} (`);
      expect(runs.runs()).to.have.length(2);
    });
  });

  describe("when the time is up", () => {
    it("cancels the run, and ends with 124", async () => {
      const { exitCode, events } = await runs.run({ timeoutMs: 3_000 });
      expect(exitCode).to.equal(124);
      expect(runs.runs()[0]!.status).to.equal("canceled");
      expect(events.at(-1)).to.deep.include({ event: "ended", status: "canceled", reason: "timeout", exitCode: 124 });
    });

    it("leaves the run alone when told so", async () => {
      const { exitCode, events } = await runs.run({ timeoutMs: 3_000, cancelOn: { interrupt: true, timeout: false } });
      expect(exitCode).to.equal(124);
      expect(runs.runs()[0]!.end).to.equal(null);
      expect(last(events)).to.equal(
        `Run ${String(runs.runs()[0]!.id)} of pipeline "shop" did not end in time, and goes on. To follow it: ` +
          `npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch shop ${String(runs.runs()[0]!.id)}`,
      );
    });

    it("starts none when it is up while another one is waited for", async () => {
      runs.startInConsole();
      const { error } = await runs.run({ timeoutMs: 3_000 });
      expect(error).to.match(/did not end in time\. No run was started\..*--timeout/);
      expect(runs.runs()).to.have.length(1);
    });
  });

  describe("with Ctrl-C", () => {
    it("cancels the run, waits for its end, and ends with 2", async () => {
      const { exitCode, events } = await runs.run({}, ({ event }, interrupt) => {
        if (event === "tasks") interrupt();
      });
      expect(exitCode).to.equal(2);
      expect(events.map(({ event }) => event)).to.include("canceling");
      expect(events.at(-1)).to.deep.include({ event: "ended", status: "canceled", reason: "interrupt" });
      expect(runs.runs()[0]!.status).to.equal("canceled");
    });

    it("says that the run had ended already, and ends as it did", async () => {
      const { exitCode, events } = await runs.run({}, ({ event }, interrupt) => {
        if (event === "tasks") interrupt();
        if (event === "canceling") runs.time.advance(60_000);
      });
      expect(exitCode).to.equal(0);
      expect(last(events)).to.match(/ succeeded after 10s\. It ended before the cancel had an effect\.$/);
    });

    it("leaves the run alone when told so, and ends with 130", async () => {
      const { exitCode, events } = await runs.run(
        { cancelOn: { interrupt: false, timeout: true } },
        ({ event }, interrupt) => {
          if (event === "tasks") interrupt();
        },
      );
      expect(exitCode).to.equal(130);
      expect(runs.runs()[0]!.end).to.equal(null);
      expect(last(events)).to.match(
        / goes on\. To follow it: npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch shop \d+$/,
      );
    });

    it("says that the end was not seen when the cancel is not answered", async () => {
      runs.fault({ operation: "cancelProject", status: 503, body: {} });
      runs.settings({ taskMs: 3_600_000 });
      const { exitCode, events } = await runs.run({}, ({ event }, interrupt) => {
        if (event === "tasks") interrupt();
      });
      expect(exitCode).to.equal(1);
      expect(last(events)).to.match(/ was asked to end, and its end was not seen: it may go on\. To follow it: /);
      // Each thing once, although the run is followed twice.
      expect(eventsOf(events, "tasks")).to.have.length(1);
      expect(eventsOf(events, "task").map(({ task, rawStatus }) => `${task} ${rawStatus}`)).to.deep.equal([
        "build inProgress",
        "deploy waiting",
      ]);
    });

    it("starts none when another one is waited for", async () => {
      runs.startInConsole();
      const { error } = await runs.run({}, ({ event }, interrupt) => {
        if (event === "note") interrupt();
      });
      expect(error).to.match(/when the command was interrupted\. No run was started\./);
      expect(runs.runs()).to.have.length(1);
    });
  });

  it("asks again where a look fails, and says that the run goes on when it cannot look at all", async () => {
    runs.fault({ operation: "getProjectHistory", status: 503, body: {}, times: 2 });
    expect((await runs.run()).exitCode).to.equal(0);
    const denied = { error: { errorCode: "210", message: "Permission Denied", details: "" } };
    runs.fault({ operation: "getProjectHistory", status: 401, body: denied });
    const { error } = await runs.run();
    expect(error).to.match(/^Run \d+ of pipeline "shop" could not be followed any further, and goes on/);
    expect(error).to.match(/npx -p pulumi-ncloud-sourcepipeline sourcepipeline watch shop \d+$/);
  });
});
