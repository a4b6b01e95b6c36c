import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../../emulator/index.ts";
import { buildBody, clusterScenario, clusterStage, manualCanary } from "../support/related-bodies.ts";
import { relatedSeed } from "../support/related-seed.ts";
import { send, signedHeaders } from "../support/signed-call.ts";
import { startTime } from "../support/use-emulator.ts";

describe("emulator: related services in seeds and state files", () => {
  let folder: string;
  let stateFile: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    stateFile = join(folder, "state.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const start = () => createEmulator({ stateFile, time: startTime, speed: 0 });
  const call = async <Result>(emulator: Emulator, method: string, path: string, body?: object): Promise<Result> => {
    const headers = {
      ...signedHeaders({ method, path }, emulator, String(Date.now())),
      ...(body && { "content-type": "application/json" }),
    };
    const reply = await send(emulator.url, { method, path, headers, ...(body && { body: JSON.stringify(body) }) });
    if (reply.status >= 300) throw new Error(reply.text);
    return (reply.body as { result: Result }).result;
  };

  it("give back everything that a seed says of them", async () => {
    await using emulator = await createEmulator({ seed: relatedSeed, time: startTime, speed: 0 });
    const { pipelines, runs, counters, time, ...state } = await emulator.admin.readState();
    expect(state.repositories).to.deep.equal(relatedSeed.repositories);
    expect(state.environment).to.containSubset(relatedSeed.environment);
    expect(state.builds).to.deep.equal(relatedSeed.builds);
    expect(state.deployments).to.deep.equal(relatedSeed.deployments);
    expect(state.buildProjects).to.deep.equal(relatedSeed.buildProjects);
    await emulator.admin.writeState({ ...state, pipelines, runs, counters, time });
    expect(await emulator.admin.readState()).to.deep.equal({ ...state, pipelines, runs, counters, time });
  });

  it("keep what was written, changed and deleted, and what goes on goes on", async () => {
    const first = await start();
    await call(first, "POST", "/sourcecommit/api/v1/repository", { name: "new" });
    await call(first, "DELETE", "/sourcecommit/api/v1/repository/shop-web");
    const project = await call<{ id: number }>(first, "POST", "/sourcebuild/api/v1/project", buildBody("new"));
    await call(first, "DELETE", "/sourcebuild/api/v1/project/20633");
    await call(first, "POST", `/sourcebuild/api/v1/project/${project.id}/build`);
    const stages = "/sourcedeploy/api/v1/project/12920/stage";
    const stage = await call<{ id: number }>(first, "POST", stages, clusterStage("cluster"));
    const scenarios = `${stages}/${stage.id}/scenario`;
    const scenario = await call<{ id: number }>(first, "POST", scenarios, clusterScenario("new", manualCanary));
    const { historyId } = await call<{ historyId: number }>(first, "POST", `${scenarios}/${scenario.id}/deploy`);
    const before = await first.admin.readState();

    // As after a kill: the state file of the start and the journal since, at another place.
    const copy = join(folder, "copy.json");
    await writeFile(copy, await readFile(stateFile));
    await writeFile(`${copy}.journal`, await readFile(`${stateFile}.journal`));
    await first.close();

    for (const file of [copy, stateFile]) {
      await using again = await createEmulator({ stateFile: file, time: startTime, speed: 0 });
      expect(await again.admin.readState(), file).to.deep.equal(before);
      await again.admin.advanceClock(5000);
      const { history } = await call<{ history: object[] }>(
        again,
        "GET",
        `/sourcebuild/api/v1/project/${project.id}/history`,
      );
      expect(history).to.containSubset([{ status: "success" }]);
      const path = `/sourcedeploy/api/v1/project/12920/history/${historyId}`;
      expect(await call(again, "GET", path)).to.include({ status: "canary_pending" });
    }
  });

  it("load a state file of before, whose runs go on without a build to show", async () => {
    const task = { id: 41001, name: "build", type: "SourceBuild", projectId: 8, linkedTasks: [] };
    const due = { time: Date.parse(startTime) + 1000, status: "success" };
    const old = {
      repositories: [{ id: 5, name: "rep", branches: ["main"] }],
      buildProjects: [{ id: 8, name: "build", source: { type: "SourceCommit", repository: "rep", branch: "main" } }],
      deployProjects: [
        { id: 9, name: "deploy", stages: [{ id: 10, name: "dev", scenarios: [{ id: 11, name: "roll" }] }] },
      ],
      pipelines: [
        {
          id: 3150,
          name: "shop",
          tasks: [{ id: 41001, name: "build", type: "SourceBuild", config: { projectId: 8 }, linkedTasks: [] }],
        },
      ],
      runs: [
        {
          id: 54001,
          projectId: 3150,
          requestType: "console",
          requestId: "emulator",
          begin: Date.parse(startTime),
          end: null,
          status: "inProgress",
          tasks: [{ ...task, status: "inProgress", resultId: "86001", due }],
          chain: [3150],
        },
      ],
      time: startTime,
    };
    await writeFile(stateFile, JSON.stringify(old));
    await using emulator = await start();
    await emulator.admin.advanceClock(1000);
    expect((await emulator.admin.readState()).runs).to.containSubset([{ id: 54001, status: "success" }]);
    const stage = await call<object>(emulator, "GET", "/sourcedeploy/api/v1/project/9/stage/10");
    expect(stage).to.deep.include({ type: "Server", config: { serverNo: [1001], serverName: ["server-1"] } });
    expect(await call(emulator, "GET", "/sourcedeploy/api/v1/project/9/stage/10/scenario/11")).to.deep.nested.include({
      "config.file.type": "later",
    });
    const project = await call<{ id: number }>(emulator, "POST", "/sourcebuild/api/v1/project", {
      ...buildBody("new"),
      source: { type: "SourceCommit", config: { repository: "rep", branch: "main" } },
    });
    expect(project.id).to.be.greaterThan(20600);
  });

  it("name what is wrong with the parts of a seed, with the path", async () => {
    const failure = await createEmulator({
      seed: {
        buildProjects: [
          {
            name: "b",
            source: { repository: "r", branch: "m" },
            env: { compute: { id: 0 }, platform: { type: "PublicRegistry", config: { image: "i", tag: "t" } } },
          },
        ],
        deployProjects: [{ name: "d", stages: [{ name: "s", type: "Server", config: { serverNo: [] } }] }],
        environment: { servers: [{ no: 0, name: "" }] },
      },
    }).catch((error: unknown) => error as Error);
    expect((failure as Error).message)
      .to.contain("buildProjects[0].env.compute.id")
      .and.contain("deployProjects[0].stages[0].config.serverNo")
      .and.contain("environment.servers[0].no");
  });
});
