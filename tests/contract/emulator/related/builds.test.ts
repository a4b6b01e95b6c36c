import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { build, buildBody } from "../support/related-bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

interface Build {
  buildId: string;
  begin: number;
  end: number | null;
  status: string;
  failedPhase: string | null;
}

describe("emulator: builds", () => {
  const emulator = useEmulator();
  const begin = Date.parse(startTime);
  const advance = (advanceMs: number) => emulator.admin("POST", "/clock", { advanceMs });
  const start = async (id = 20632) =>
    (await emulator.result<{ buildId: string }>("POST", `${build}/${id}/build`)).buildId;
  const history = async (id = 20632) =>
    (await emulator.result<{ total: number; history: Build[] }>("GET", `${build}/${id}/history`)).history;
  const cancel = (buildId: string, id = 20632) => emulator.call("DELETE", `${build}/${id}/build`, { buildId });

  it("are an empty list before the first", async () => {
    expect(await emulator.result("GET", `${build}/20632/history`)).to.deep.equal({ total: 0, history: [] });
  });

  it("prepare, then succeed, with times in milliseconds, the newest first", async () => {
    const first = await start();
    expect(first).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(await history()).to.deep.equal([
      { projectId: 20632, buildId: first, begin, end: null, userId: "emulator", status: "prepare", failedPhase: null },
    ]);
    await advance(5000);
    const second = await start();
    expect(await history()).to.containSubset([
      { buildId: second, status: "prepare" },
      { buildId: first, end: begin + 5000, status: "success", failedPhase: null },
    ]);
    const { lastBuild } = await emulator.result<{ lastBuild: object }>("GET", `${build}/20632`);
    expect(lastBuild).to.deep.equal({ id: second, timestamp: begin + 5000, status: "prepare" });
  });

  it("can be canceled while they prepare, and only then", async () => {
    const buildId = await start();
    expect(await cancel(buildId)).to.include({ status: 200, text: '{"result":{"result":true}}' });
    expect(await history()).to.containSubset([{ status: "canceled", failedPhase: "canceling", end: begin }]);
    expect(errorOf(await cancel(buildId))).to.include({ status: 400, code: 320409 });
    await advance(5000);
    expect(await history()).to.containSubset([{ status: "canceled" }]);
  });

  it("upload at the end when they keep an artifact, and cannot be canceled then", async () => {
    const artifact = { use: true, path: ["dist"], storage: { bucket: "b", path: "p", filename: "f" } };
    const { id } = await emulator.result<{ id: number }>("POST", build, buildBody("new", { artifact }));
    const buildId = await start(id);
    await advance(4000);
    expect(await history(id)).to.containSubset([{ status: "upload", end: null }]);
    expect(errorOf(await cancel(buildId, id)).code).to.equal(320409);
    await advance(1000);
    expect(await history(id)).to.containSubset([{ status: "success" }]);
  });

  it("fail as an outcome rule says", async () => {
    await emulator.admin("POST", "/outcomes", {
      rules: [{ projectId: 20632, status: "failed", durationMs: 10, times: 1 }],
    });
    await start();
    await advance(10);
    expect(await history()).to.containSubset([{ status: "fail", failedPhase: "build", end: begin + 10 }]);
  });

  it("end when their project's time is up", async () => {
    const { id } = await emulator.result<{ id: number }>(
      "POST",
      build,
      buildBody("new", { env: { ...buildBody("").env, timeout: 5 } }),
    );
    await emulator.admin("PATCH", "/settings", { taskMs: 600_000 });
    await start(id);
    await advance(300_000);
    expect(await history(id)).to.containSubset([{ status: "fail", failedPhase: "timeout", end: begin + 300_000 }]);
  });

  it("have no end, or one of 0, while they run, when told so", async () => {
    await start();
    await emulator.admin("PATCH", "/settings", { runningEnd: "zero" });
    expect(await history()).to.containSubset([{ end: 0 }]);
    await emulator.admin("PATCH", "/settings", { runningEnd: "absent" });
    expect((await history())[0]).not.to.have.property("end");
  });

  it("go with their project", async () => {
    await start();
    await emulator.result("DELETE", `${build}/20632`);
    expect(errorOf(await emulator.call("GET", `${build}/20632/history`)).code).to.equal(320404);
    const state = (await emulator.admin("GET", "/state")).body as { builds?: object[] };
    expect(state.builds ?? []).to.deep.equal([]);
  });

  describe("that a run starts", () => {
    interface Task {
      name: string;
      status: string;
      resultId: string;
    }
    let projectId: number;
    let historyId: number;
    const tasks = async () => {
      const path = `/api/v1/project/${projectId}/history/${historyId}`;
      const { history: run } = await emulator.result<{ history: { status: string; tasks: Task[] } }>("GET", path);
      return {
        run: run.status,
        tasks: run.tasks.map(({ name, status }) => `${name} ${status}`),
        resultId: run.tasks[0]!.resultId,
      };
    };
    beforeEach(async () => {
      ({ projectId } = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", pipelineBody("shop")));
      ({ historyId } = await emulator.result<{ historyId: number }>("POST", `/api/v1/project/${projectId}/do`));
    });

    it("are in the project's history, under a UUID that ends with the task's result, and end with the task", async () => {
      const { resultId } = await tasks();
      const [running] = await history();
      expect(running).to.include({ status: "prepare", begin, end: null });
      expect(running!.buildId.endsWith(`-${resultId.padStart(12, "0")}`)).to.be.true;
      await advance(5000);
      expect(await history()).to.containSubset([{ status: "success", end: begin + 5000 }]);
      expect((await tasks()).tasks).to.deep.equal(["build success", "deploy inProgress"]);
    });

    for (const by of ["its UUID", "the task's result"]) {
      it(`can be canceled by ${by}: what waits for the task is canceled, and the run fails`, async () => {
        const buildId = by === "its UUID" ? (await history())[0]!.buildId : (await tasks()).resultId;
        await cancel(buildId);
        const { run, tasks: all } = await tasks();
        expect([run, ...all]).to.deep.equal(["failed", "build canceled", "deploy canceled"]);
        await advance(10_000);
        expect(await history()).to.containSubset([{ status: "canceled", end: begin }]);
      });
    }

    it("are canceled with the run", async () => {
      await emulator.result("POST", `/api/v1/project/${projectId}/history/${historyId}/cancel`);
      expect(await history()).to.containSubset([{ status: "canceled", end: begin }]);
    });

    it("fail with the task", async () => {
      await emulator.admin("POST", "/outcomes", { rules: [{ task: "build", status: "failed" }] });
      await emulator.result("POST", `/api/v1/project/${projectId}/do`);
      await advance(5000);
      expect((await history())[0]).to.include({ status: "fail", failedPhase: "build" });
    });
  });
});
