import { expect } from "chai";
import { PartialFailure } from "../../../provider/core/resource/errors.ts";
import type { Settings } from "../../../emulator/settings.ts";
import { failureOf, messageOfFailure } from "../resource/use-service.ts";
import { count, runs, type RunState, useRuns } from "./use-runs.ts";

describe("how a run ends", () => {
  const { under, create, checked, history } = useRuns();
  const failing = (): void => {
    under.service.outcomes.push({ task: "test", status: "failed" } as never);
  };
  /** What a partial failure hands to the engine. */
  const partial = async (verb: Promise<unknown>): Promise<Pick<PartialFailure, "id" | "properties" | "message">> => {
    const failure = await failureOf(verb);
    if (failure instanceof PartialFailure) return failure;
    throw failure;
  };

  const forms: Partial<Settings>[] = [
    { statusWords: "upper" },
    { statusWords: "build" },
    { timeUnit: "s" },
    { runningEnd: "zero" },
    { runningEnd: "absent" },
  ];
  for (const form of forms) {
    it(`is told from ${JSON.stringify(form)}`, async () => {
      under.settings(form);
      const { outs } = await create(under.process());
      expect(outs).to.deep.include({ status: "success", durationMs: 10_000 });
    });
  }

  it("in failure it is an error that names task and result, with the outcome in the state", async () => {
    failing();
    const failure = await partial(create(under.process()));
    expect(failure.message)
      .to.match(/^Run \d+ of pipeline "shop" failed: task "test" \(SourceBuild result \S+\) failed\./)
      .and.contain("To run it again, change triggers");
    expect(failure.properties).to.deep.include({ status: "failed", __provider: "provider" });
  });

  it("in failure it is none for waitFor: end", async () => {
    failing();
    expect((await create(under.process(), { waitFor: "end" })).outs.status).to.equal("failed");
  });

  it("is not waited for with waitFor: start", async () => {
    const { outs } = await create(under.process(), { waitFor: "start" });
    expect(outs.status).to.equal("running");
    expect(count(under.calls(), "getProjectHistory")).to.equal(1);
  });

  it("in failure is not tried again by an update, but by retryFailed, as a replacement", async () => {
    failing();
    const process = under.process();
    const inputs = await checked(process);
    const failure = await partial(runs.create(inputs, process.host));
    expect(await messageOfFailure(runs.update(failure.id, failure.properties, inputs, process.host))).to.contain(
      "failed",
    );
    expect(history()).to.have.length(1);
    expect(runs.diff(failure.properties, inputs, process.host).replaces).to.deep.equal([]);
    const retried = await checked(process, { retryFailed: true }, inputs);
    expect(runs.diff(failure.properties, retried, process.host)).to.deep.include({
      replaces: ["retryFailed"],
      changes: true,
    });
  });

  it("in failure is said again after a refresh, which makes the engine forget it; nothing is started or read", async () => {
    failing();
    const process = under.process();
    const inputs = await checked(process);
    const failure = await partial(runs.create(inputs, process.host));
    const { props } = await runs.read(failure.id, failure.properties, process.host);
    const next = under.process();
    expect(runs.diff(props as object, inputs, next.host)).to.deep.include({ replaces: [], changes: true });
    under.calls();
    const again = await partial(runs.update(failure.id, props as object, inputs, next.host));
    expect(again).to.deep.include({ id: failure.id, message: failure.message });
    expect(again.properties).to.deep.include({ status: "failed", __provider: "provider" });
    expect(under.calls()).to.not.include.members(["startProject"]).and.not.include.members(["getProjectHistory"]);
    const retried = { ...inputs, retryFailed: true };
    expect(runs.diff(props as object, retried, next.host).replaces).to.deep.equal(["retryFailed"]);
    const accepted = { ...inputs, waitFor: "end" };
    expect(runs.diff(props as object, accepted, next.host).changes).to.equal(undefined);
    expect((await runs.update(failure.id, props as object, accepted, next.host)).outs).to.include({ status: "failed" });
  });

  it("is still waited for after a refresh of a run that was left alone", async () => {
    under.settings({ taskMs: 60_000 });
    const process = under.process();
    const inputs = await checked(process, { cancelOnTimeout: false });
    const failure = await partial(runs.create({ ...inputs, timeouts: { create: "30s" } }, process.host));
    const { props } = await runs.read(failure.id, failure.properties, process.host);
    expect(runs.diff(props as object, inputs, process.host)).to.deep.include({ replaces: [], changes: true });
  });

  for (const cancels of [true, false]) {
    it(`after its time: the run is ${cancels ? "canceled" : "left alone"}, and its id is kept`, async () => {
      under.settings({ taskMs: 10 * 60_000 });
      const process = under.process();
      const inputs = await checked(process, cancels ? {} : { cancelOnTimeout: false });
      const failure = await partial(runs.create({ ...inputs, timeouts: { create: "30s" } }, process.host));
      expect(failure.message)
        .to.contain("did not end in time")
        .and.contain(cancels ? "was canceled" : "goes on");
      expect(history()[0]!.status).to.equal(cancels ? "canceled" : "inProgress");
      expect((failure.properties as RunState).status).to.equal(cancels ? "canceled" : "running");
    });

    it(`at Ctrl-C: the run is ${cancels ? "canceled" : "left alone"}, and its id is kept`, async () => {
      under.settings({ taskMs: 10 * 60_000 });
      const process = under.process();
      const inputs = await checked(process, { cancelOnInterrupt: cancels });
      under.onRequest(() => {
        if (history().length > 0) process.interrupt();
      });
      const failure = await partial(runs.create(inputs, process.host));
      expect(failure.message)
        .to.contain("interrupted")
        .and.contain(cancels ? "was canceled" : "goes on");
      expect(history()[0]!.status).to.equal(cancels ? "canceled" : "inProgress");
      expect(failure.id).to.contain(String(history()[0]!.id));
    });
  }

  it("is not known when the cancel is refused: the error names the reason", async () => {
    under.settings({ taskMs: 10 * 60_000 });
    const process = under.process();
    const inputs = await checked(process);
    for (const [status, errorMessage] of [
      [409, "busy deploying"],
      [403, "no permission"],
    ] as const) {
      under.healed();
      under.fault({
        operation: "cancelProject",
        status,
        body: { error: { errorCode: String(status), message: errorMessage } },
      });
      const failure = await partial(
        runs.create({ ...inputs, ifRunning: "start", timeouts: { create: "30s" } }, process.host),
      );
      expect(failure.message)
        .to.contain("could not be canceled")
        .and.contain(errorMessage)
        .and.contain("follows this run");
      expect(failure.message).to.not.contain("Run the command again");
    }
  });

  it("after its time, but before the cancel has an effect, is what was wanted", async () => {
    const process = under.process();
    const inputs = { ...(await checked(process)), timeouts: { create: "9900ms" } };
    const end = under.time.now() + 9_900;
    under.onRequest(() => {
      if (under.time.now() >= end) under.time.advance(200);
    });
    const { outs } = await runs.create(inputs, process.host);
    expect(outs).to.include({ status: "success" });
    expect(under.calls()).to.include("cancelProject");
  });

  it("is followed by the next update when it was left alone", async () => {
    under.settings({ taskMs: 60_000 });
    const process = under.process();
    const inputs = await checked(process, { cancelOnTimeout: false });
    const failure = await partial(runs.create({ ...inputs, timeouts: { create: "30s" } }, process.host));
    const { outs } = await runs.update(failure.id, failure.properties, inputs, under.process().host);
    expect(outs).to.include({ status: "success" });
    expect(history()).to.have.length(1);
  });

  it("by hand meanwhile is an error that says so", async () => {
    under.settings({ taskMs: 60_000 });
    const process = under.process();
    let isCanceled = false;
    under.onRequest(() => {
      const [run] = history();
      if (run === undefined || isCanceled) return;
      isCanceled = true;
      const stored = under.service.state.runs.get(run.id)!;
      under.service.state.runs.set(run.id, { ...stored, status: "canceled", end: under.service.clock.now() });
    });
    expect(await messageOfFailure(create(process))).to.match(/^Run \d+ of pipeline "shop" was canceled\./);
  });
});

describe("a run that is in the state", () => {
  const { under, checked, create, history, pipelineId } = useRuns();

  it("is canceled by a delete while it runs, and left alone when it is past", async () => {
    const process = under.process();
    const running = await create(process, { waitFor: "start" });
    await runs.delete(running.id, running.outs, process.host);
    expect(history()[0]!.status).to.equal("canceled");
    const past = await create(process);
    under.calls();
    await runs.delete(past.id, past.outs, process.host);
    expect(under.calls()).to.deep.equal([]);
  });

  it("is not gone because its history was cut: nothing must run again", async () => {
    const process = under.process();
    const { id, outs } = await create(process);
    under.fault({ operation: "getProjectHistory", status: 400, body: { error: { errorCode: 340404, message: "no" } } });
    const read = await runs.read(id, outs, process.host);
    expect(read.id).to.equal(id);
    expect(read.props).to.deep.include({ runId: outs.runId, status: "success" });
  });

  describe("that was written elsewhere", () => {
    const endpoint = "https://elsewhere.test";

    it("is not believed, followed, canceled, replaced or let go of when another run has its id", async () => {
      const made = await create(under.process(), { waitFor: "start" });
      const elsewhere = { ...made.outs, endpoint, begin: "2025-01-01T00:00:00.000Z", status: "running" };
      under.time.advance(60_000);
      const { host } = under.process();
      expect((await runs.read(made.id, elsewhere, host)).props).to.include({ status: "running", endpoint });
      const { outs } = await runs.update(made.id, elsewhere, await checked(under.process()), host);
      expect(outs).to.include({ status: "running", endpoint });
      const changed = await checked(under.process(), { triggers: { image: "two" } });
      expect(() => runs.diff(elsewhere, changed, host)).to.throw(
        "is to be replaced, but its state was written at another endpoint, and is not known to be of this account",
      );
      for (const status of ["running", "success"]) {
        expect(await messageOfFailure(runs.delete(made.id, { ...elsewhere, status }, host))).to.contain(
          "is to be deleted, but its state was written at another endpoint",
        );
      }
      expect(under.calls()).to.not.include("cancelProject");
    });

    it("is the same when it began in the same moment: it is read, and canceled by a delete", async () => {
      under.settings({ taskMs: 60_000 });
      const made = await create(under.process(), { waitFor: "start" });
      const moved = { ...made.outs, endpoint };
      const { host } = under.process();
      expect((await runs.read(made.id, moved, host)).props).to.not.include({ endpoint });
      expect(() => runs.diff(moved, { ...moved, triggers: { image: "two" } }, host)).to.not.throw();
      await runs.delete(made.id, moved, under.process().host);
      expect(history()[0]!.status).to.equal("canceled");
    });
  });

  it("is an error when only its id is given and the history has no such run", async () => {
    const { host } = under.process();
    expect(await messageOfFailure(runs.read(`${String(pipelineId())}:54999`, {}, host))).to.contain("has no run 54999");
  });

  it("is read by its id alone", async () => {
    const { id, outs } = await create(under.process());
    const { props, inputs } = await runs.read(id, {}, under.process().host);
    expect(props).to.deep.include({ runId: outs.runId, status: "success", pipelineId: pipelineId() });
    expect(inputs).to.include({ pipelineId: pipelineId() });
  });
});
