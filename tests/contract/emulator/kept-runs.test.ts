import { expect } from "chai";
import { createAdminClient, createEmulator } from "../../../emulator/index.ts";
import { errorOf, pipelineBody } from "./support/bodies.ts";
import { runCommand } from "./support/run-command.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: kept runs", () => {
  const emulator = useEmulator({ keepRuns: 2 });

  const listed = async (pipeline: number) => {
    const { historyList } = await emulator.result<{ historyList: { id: number }[] }>(
      "GET",
      `/api/v1/project/${pipeline}/history`,
    );
    return historyList.map(({ id }) => id);
  };

  it("are the last of each pipeline; older ones are missing", async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.call("POST", "/api/v1/project", pipelineBody("web"));
    for (const pipeline of [3102, 3101, 3101, 3101]) {
      await emulator.call("POST", `/api/v1/project/${pipeline}/do`);
      await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
    }
    expect(await listed(3101)).to.deep.equal([54004, 54003]);
    expect(await listed(3102)).to.deep.equal([54001]);
    expect(errorOf(await emulator.call("GET", "/api/v1/project/3101/history/54002"))).to.include({ code: 340404 });
    const { body } = await emulator.admin("GET", "/state");
    expect((body as { runs: unknown[] }).runs).to.have.length(3);
  });

  it("include those that go on", async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    for (let count = 0; count < 4; count += 1) await emulator.call("POST", "/api/v1/project/3101/do");
    expect(await listed(3101)).to.deep.equal([54004, 54003, 54002, 54001]);
    await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
    expect(await listed(3101)).to.deep.equal([54004, 54003]);
  });

  it("are counted from 1", async () => {
    const failure = await createEmulator({ keepRuns: 0 }).catch((error: unknown) => error);
    expect(failure).to.have.property("message").that.contains("keepRuns cannot be used:\n  expected a whole number");
    const command = await runCommand(["--port", "0", "--keep-runs", "0"]);
    expect(await command.exit).to.equal(1);
    expect(command.errors()).to.match(/--keep-runs.*Give a whole number from 1/s);
  });

  it("are as many as the command line says", async () => {
    const command = await runCommand(["--port", "0", "--keep-runs", "1", "--speed", "0"]);
    const admin = createAdminClient(command.ready!.url);
    await admin.writeState({ ...(await admin.readState()), pipelines: [{ id: 1, ...pipelineBody("shop") }] });
    for (let count = 0; count < 3; count += 1) {
      await admin.runPipeline(1);
      await admin.advanceClock(60_000);
    }
    expect((await admin.readState()).runs).to.have.length(1);
    expect(await command.stop("SIGTERM")).to.equal(0);
  });
});
