import { expect } from "chai";
import { createAttempts } from "../../../provider/core/resource/attempts.ts";
import { failureOf, messageOfFailure } from "../resource/use-service.ts";
import { runs, useRuns } from "./use-runs.ts";

describe("two states on one machine with the same names, pipeline and triggers", () => {
  const { under, create, checked, history } = useRuns();
  beforeEach(() => {
    under.settings({ taskMs: 60_000 });
  });

  /** Another command on the machine; it lives until the function that comes with it is called. */
  async function otherCommand() {
    const attempts = createAttempts();
    const other = under.process({ attempts });
    const inputs = await checked(other, { cancelOnInterrupt: false });
    under.onRequest(() => {
      if (history().length > 0) other.kill();
    });
    // It goes no further here; whether it lives is what the note says.
    await failureOf(runs.create(inputs, other.host));
    under.onRequest(() => undefined);
    let isAlive = true;
    const end = (): void => void (isAlive = false);
    return { attempts, seen: { ...attempts, isHeld: () => isAlive }, end };
  }

  it("are two runs while the first one's command lives: the second waits for its end, and starts its own", async () => {
    const { seen } = await otherCommand();
    const process = under.process({ attempts: seen });
    const { outs } = await create(process);
    const [first, second] = history();
    expect(outs).to.deep.include({ runId: String(second!.id), status: "success" });
    expect(process.messages.join("\n"))
      .to.contain(`Waiting for run ${String(first!.id)}`)
      .and.not.contain("was begun by an earlier command");
  });

  it("are two runs: Ctrl-C of the second cancels nothing of the first", async () => {
    const { seen } = await otherCommand();
    const process = under.process({ attempts: seen });
    const inputs = await checked(process);
    under.onRequest(() => {
      if (under.calls().includes("getProjectHistory")) process.interrupt();
    });
    expect(await messageOfFailure(runs.create(inputs, process.host))).to.contain("No run was started");
    expect(history().map(({ status }) => status)).to.deep.equal(["inProgress"]);
  });

  it("are one run when the first one's command was killed while the second one waited", async () => {
    const { seen, end } = await otherCommand();
    const process = under.process({ attempts: seen });
    const inputs = await checked(process);
    under.onRequest(() => {
      if (under.calls().includes("getProjectHistory")) end();
    });
    const { outs } = await runs.create(inputs, process.host);
    expect(history().map(({ id }) => String(id))).to.deep.equal([(outs as { runId: string }).runId]);
  });

  it("are two runs where they are of two backends, whatever became of the first one's command", async () => {
    const { attempts } = await otherCommand();
    const process = under.process({ attempts: { ...attempts, scope: "another backend" } });
    const { outs } = await create(process, { ifRunning: "start" });
    expect(history().map(({ id }) => String(id))[1]).to.equal(outs.runId);
  });

  it("are two runs after the first one failed, and its command saved that", async () => {
    const attempts = createAttempts();
    under.service.outcomes.push({ task: "test", status: "failed" } as never);
    expect(await messageOfFailure(create(under.process({ attempts })))).to.contain("failed");
    under.service.outcomes.length = 0;
    expect((await create(under.process({ attempts }))).outs.status).to.equal("success");
    expect(history()).to.have.length(2);
  });
});
