import { expect } from "chai";
import { createAttempts } from "../../../provider/core/resource/attempts.ts";
import { PartialFailure } from "../../../provider/core/resource/errors.ts";
import { startRun } from "../../../emulator/runs/start-run.ts";
import { failureOf, messageOfFailure } from "../resource/use-service.ts";
import { count, runs, useRuns } from "./use-runs.ts";
import type { ProviderProcess } from "../../../scripts/chaos/start-process.ts";
import { keys } from "../../../scripts/chaos/start-service.ts";

describe("a run is started once", () => {
  const { under, create, checked, given, history, pipelineId } = useRuns();

  it("and followed to its end: one list before, one POST, one list after, a GET a look", async () => {
    const process = under.process();
    const { id, outs } = await create(process);
    const [run] = history();
    expect(id).to.equal(`${String(pipelineId())}:${String(run!.id)}`);
    expect(outs).to.deep.include({ runId: String(run!.id), status: "success", requestType: "console" });
    expect(outs.durationMs).to.equal(10_000);
    expect(Object.keys(outs.tasks ?? {})).to.have.members(["build", "test"]);
    const calls = under.calls();
    expect(count(calls, "startProject")).to.equal(1);
    expect(count(calls, "getProjectHistories")).to.equal(2);
    expect(count(calls, "getProjectHistory")).to.be.within(3, 9);
    expect(process.messages.filter((line) => line.includes("build: success"))).to.have.length(1);
  });

  for (const when of ["before", "after"] as const) {
    for (const kind of ["reset", "truncate"] as const) {
      it(`when the response is lost (${kind}, ${when} the work), at most once`, async () => {
        under.fault({ operation: "startProject", when, kind, times: 1 });
        const attempts = createAttempts();
        const outcome = create(under.process({ attempts }));
        if (when === "after") {
          expect((await outcome).outs.status).to.equal("success");
        } else {
          expect(await messageOfFailure(outcome))
            .to.contain("may or may not have succeeded")
            .and.contain('Run "pulumi up" again: it looks at the history before it starts anything.')
            .and.not.match(/run the command again/i);
          expect((await create(under.process({ attempts }))).outs.status).to.equal("success");
        }
        expect(history()).to.have.length(1);
      });
    }
  }

  it("when the command was killed and the next one has another key of the account", async () => {
    const attempts = createAttempts();
    const killed = under.process({ attempts });
    const inputs = await checked(killed);
    under.onRequest(() => {
      if (history().length > 0) killed.kill();
    });
    await failureOf(runs.create(inputs, killed.host));
    under.onRequest(() => undefined);
    const { outs } = await create(under.process({ attempts, keys: keys.second }));
    expect(history().map(({ id }) => String(id))).to.deep.equal([outs.runId]);
  });

  it("when the history shows it late", async () => {
    under.settings({ visibilityDelayMs: 8_000 });
    under.fault({ operation: "startProject", when: "after", kind: "reset", times: 1 });
    const process = under.process();
    expect((await create(process)).outs.status).to.equal("success");
    expect(history()).to.have.length(1);
    expect(process.messages.join("\n")).to.contain("Waiting for the history of pipeline");
  });

  it("when the history shows it late, and somebody else's of a moment before first: it says so", async () => {
    under.settings({ visibilityDelayMs: 8_000 });
    under.fault({ operation: "startProject", when: "after", kind: "reset", times: 1 });
    const process = under.process();
    const inputs = await checked(process, { ifRunning: "start" });
    const pipeline = under.service.state.pipelines.get(pipelineId())!;
    startRun(under.service, pipeline, { requestType: "console", requestId: "somebody", chain: [] });
    under.time.advance(2_000);
    expect(await messageOfFailure(runs.create(inputs, process.host))).to.contain("2 runs began since");
  });

  it("each, when a command runs a pipeline twice and one start is lost: neither takes the other's run", async () => {
    under.fault({ operation: "startProject", when: "before", kind: "reset", times: 1 });
    const attempts = createAttempts();
    const both = (process: ProviderProcess) =>
      Promise.allSettled(["one", "two"].map((image) => create(process, { triggers: { image }, ifRunning: "start" })));
    const [lost, begun] = await both(under.process({ attempts }));
    expect(lost).to.have.nested.property("reason.message").that.contains("No new run has shown since");
    expect(begun).to.include({ status: "fulfilled" });
    expect(history()).to.have.length(1);
    await create(under.process({ attempts }), { triggers: { image: "one" }, ifRunning: "start" });
    expect(history()).to.have.length(2);
  });

  it("each, when a command that ran a pipeline twice was killed: the next one finds both", async () => {
    under.settings({ taskMs: 60_000 });
    const attempts = createAttempts();
    const killed = under.process({ attempts });
    under.onRequest(() => {
      if (history().length === 2) killed.interrupt();
    });
    const both = (process: ProviderProcess) =>
      Promise.all(
        ["one", "two"].map((image) =>
          create(process, { triggers: { image }, ifRunning: "start", cancelOnInterrupt: false }).catch(
            (error: unknown) => error,
          ),
        ),
      );
    expect((await both(killed)).filter((outcome) => outcome instanceof PartialFailure)).to.have.length(2);
    under.onRequest(() => undefined);
    const found = (await both(under.process({ attempts }))) as { outs: { runId: string } }[];
    expect(new Set(found.map(({ outs }) => outs.runId)).size).to.equal(2);
    expect(history()).to.have.length(2);
  });

  it("when several runs began meanwhile it says so with the candidates, and the next command starts nothing", async () => {
    const attempts = createAttempts();
    under.fault({ operation: "startProject", when: "after", kind: "reset", times: 1 });
    const process = under.process({ attempts });
    const inputs = await checked(process);
    let isFirst = true;
    under.onRequest(() => {
      const [own] = history();
      if (own === undefined || !isFirst) return;
      isFirst = false;
      const pipeline = under.service.state.pipelines.get(pipelineId())!;
      startRun(under.service, pipeline, { requestType: "console", requestId: "somebody", chain: [] });
    });
    const message = await messageOfFailure(runs.create(inputs, process.host));
    expect(message).to.contain("2 runs began since");
    for (const { id } of history()) expect(message).to.contain(String(id));
    const next = under.process({ attempts });
    expect(await messageOfFailure(create(next)))
      .to.contain("Nothing was started")
      .and.contain("set runOnCreate: false");
    expect(history()).to.have.length(2);
    // Both ways out that it names.
    expect((await create(under.process({ attempts }), { runOnCreate: false })).outs).to.not.have.any.keys("runId");
    expect(history()).to.have.length(2);
    await create(under.process({ attempts }), { triggers: { image: "two" } });
    expect(history()).to.have.length(3);
  });

  it("when the command was killed after the request: the next one finds the run, and follows it", async () => {
    const attempts = createAttempts();
    const killed = under.process({ attempts });
    const inputs = await checked(killed, { cancelOnInterrupt: false });
    // Nobody is there any more to take the answer.
    under.onRequest(() => {
      if (history().length > 0) killed.interrupt();
    });
    const failure = await failureOf(runs.create(inputs, killed.host));
    expect(failure).to.be.instanceOf(PartialFailure);
    under.onRequest(() => undefined);

    const next = under.process({ attempts });
    const { outs } = await create(next, { cancelOnInterrupt: false });
    const [run, ...others] = history();
    expect(others).to.deep.equal([]);
    expect(outs).to.deep.include({ runId: String(run!.id), status: "success" });
    expect(next.messages.join("\n")).to.contain("was begun by an earlier command");
  });

  it("when the command was killed and the history shows it late: the next one waits until it must", async () => {
    under.settings({ visibilityDelayMs: 8_000, taskMs: 60_000 });
    const attempts = createAttempts();
    const killed = under.process({ attempts });
    const inputs = await checked(killed, { cancelOnInterrupt: false });
    under.fault({ operation: "startProject", when: "after", kind: "reset", times: 1 });
    under.onRequest(() => {
      if (history().length > 0) killed.kill();
    });
    await failureOf(runs.create(inputs, killed.host));
    under.onRequest(() => undefined);
    const { outs } = await create(under.process({ attempts }));
    expect(history()).to.have.length(1);
    expect(outs.runId).to.equal(String(history()[0]!.id));
  });

  it("and again after a destroy, whatever an earlier command noted", async () => {
    const attempts = createAttempts();
    const first = await create(under.process({ attempts }));
    await runs.delete(first.id, first.outs, under.process({ attempts }).host);
    const second = await create(under.process({ attempts }));
    expect(second.outs.runId).to.not.equal(first.outs.runId);
    expect(history()).to.have.length(2);
  });

  it("not at all with runOnCreate: false, until a trigger changes", async () => {
    const process = under.process();
    const first = await create(process, { runOnCreate: false });
    expect(first.outs).to.not.have.any.keys("runId", "status");
    expect(history()).to.deep.equal([]);
    const context = { stored: { exists: true } };
    const changed = given({ runOnCreate: false, triggers: { image: "two" } }, context);
    // For a replacement the engine checks a second time, as if nothing had been there before.
    const { inputs } = await runs.check({}, changed, process.host);
    expect((await runs.create(inputs, process.host)).outs).to.include({ status: "success" });
    const again = await runs.check(inputs, given({ runOnCreate: false, triggers: { image: "two" } }), process.host);
    expect(again.inputs).to.deep.equal(inputs);
  });
});
