import { expect } from "chai";
import { startRun } from "../../../emulator/runs/start-run.ts";
import { messageOfFailure } from "../resource/use-service.ts";
import { runs, useRuns } from "./use-runs.ts";

describe("a run that is wanted while another one is under way", () => {
  const { under, checked, create, history, pipelineId } = useRuns();

  beforeEach(() => {
    const pipeline = under.service.state.pipelines.get(pipelineId())!;
    startRun(under.service, pipeline, { requestType: "console", requestId: "somebody", chain: [] });
  });

  for (const runWhileRunning of ["allowed", "refused"] as const) {
    describe(`where the service has several at a time ${runWhileRunning}`, () => {
      beforeEach(() => {
        under.settings({ runWhileRunning });
      });

      it("waits for it, and runs then", async () => {
        const process = under.process();
        const { outs } = await create(process);
        const [first, second] = history();
        expect(first!.status).to.equal("success");
        expect(outs).to.deep.include({ runId: String(second!.id), status: "success" });
        expect(process.messages.join("\n")).to.contain(`Waiting for run ${String(first!.id)}`);
      });

      it("joins it, and starts none", async () => {
        const { outs } = await create(under.process(), { ifRunning: "join" });
        expect(history().map(({ id }) => String(id))).to.deep.equal([outs.runId]);
        expect(outs.status).to.equal("success");
      });

      it("fails, and starts none", async () => {
        expect(await messageOfFailure(create(under.process(), { ifRunning: "fail" }))).to.contain(
          'ifRunning is "fail"',
        );
        expect(history()).to.have.length(1);
      });

      it("starts beside it, or says what the service says", async () => {
        const outcome = create(under.process(), { ifRunning: "start" });
        if (runWhileRunning === "allowed") expect((await outcome).outs.status).to.equal("success");
        else expect(await messageOfFailure(outcome)).to.contain("is in progress");
        expect(history()).to.have.length(runWhileRunning === "allowed" ? 2 : 1);
      });
    });
  }

  it("and was joined is somebody else's: neither Ctrl-C nor a delete cancels it", async () => {
    under.settings({ taskMs: 10 * 60_000 });
    const process = under.process();
    const { id, outs } = await create(process, { ifRunning: "join", waitFor: "start" });
    await runs.delete(id, outs, process.host);
    expect(history()[0]!.status).to.equal("inProgress");
    const other = under.process();
    const inputs = await checked(other, { ifRunning: "join" });
    under.calls();
    under.onRequest(() => {
      if (under.calls().includes("getProjectHistory")) other.interrupt();
    });
    expect(await messageOfFailure(runs.create(inputs, other.host))).to.contain("goes on");
    expect(history()[0]!.status).to.equal("inProgress");
  });

  it("waits no longer than its time, and starts none", async () => {
    under.settings({ taskMs: 10 * 60_000 });
    const pipeline = under.service.state.pipelines.get(pipelineId())!;
    startRun(under.service, pipeline, { requestType: "console", requestId: "somebody", chain: [] });
    const process = under.process();
    const inputs = { ...(await checked(process)), timeouts: { create: "1m" } };
    const message = await messageOfFailure(runs.create(inputs, process.host));
    expect(message).to.contain("did not end in time").and.contain("No run was started");
    expect(history()).to.have.length(2);
  });
});
