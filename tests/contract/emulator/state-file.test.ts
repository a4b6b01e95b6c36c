import { expect } from "chai";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type EmulatorOptions, type Seed } from "../../../emulator/index.ts";
import { pipelineBody } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { startTime } from "./support/use-emulator.ts";

describe("emulator: state file", () => {
  let folder: string;
  let stateFile: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    stateFile = join(folder, "nested", "state.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const start = (options: EmulatorOptions = {}) => createEmulator({ stateFile, time: startTime, speed: 0, ...options });
  const read = async () => JSON.parse(await readFile(stateFile, "utf8")) as Required<Seed>;

  async function call(
    url: string,
    keys: { accessKey: string; secretKey: string },
    method: string,
    path: string,
    body?: object,
  ) {
    const headers = { ...signedHeaders({ method, path }, keys, String(Date.now())) };
    const reply = await send(url, { method, path, headers, ...(body && { body: JSON.stringify(body) }) });
    return reply.body;
  }

  it("holds everything after a clean stop, and nothing beside it", async () => {
    await using emulator = await start();
    await call(emulator.url, emulator, "POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.close();
    expect((await read()).pipelines).to.have.length(1);
    expect(await readdir(join(folder, "nested"))).to.deep.equal(["state.json"]);
  });

  it("wins over the seed; runs go on; ids are not given again", async () => {
    await using first = await start();
    await call(first.url, first, "POST", "/api/v1/project", pipelineBody("shop"));
    await call(first.url, first, "POST", "/api/v1/project/3101/do");
    await call(first.url, first, "POST", "/api/v1/project", pipelineBody("gone"));
    await call(first.url, first, "DELETE", "/api/v1/project/3102");
    await send(first.url, { method: "POST", path: "/_emulator/clock", body: '{"advanceMs":1000}' });
    await first.close();

    await using second = await start({ seed: { pipelines: [] } });
    const history = () => call(second.url, second, "GET", "/api/v1/project/3101/history/54001");
    expect(await history()).to.nested.include({ "result.history.status": "inProgress" });
    await send(second.url, { method: "POST", path: "/_emulator/clock", body: '{"advanceMs":9000}' });
    expect(await history()).to.nested.include({
      "result.history.status": "success",
      "result.history.end": Date.parse(startTime) + 10_000,
    });
    const created = await call(second.url, second, "POST", "/api/v1/project", pipelineBody("next"));
    expect(created).to.deep.equal({ result: { projectId: 3103 } });
    await second.close();
  });

  it("is not touched by an emulator that cannot have its port", async () => {
    await using first = await start();
    await call(first.url, first, "POST", "/api/v1/project", pipelineBody("shop"));
    const before = await readFile(stateFile, "utf8");
    const port = Number(new URL(first.url).port);
    const failure = await start({ port, time: "2030-01-01T00:00:00Z" }).catch((error: unknown) => error);
    expect(failure).to.have.property("name", "ListenError");
    expect(await readFile(stateFile, "utf8")).to.equal(before);
  });

  it("of an earlier version is read as it is", async () => {
    const kept = {
      repositories: [{ id: 7, name: "mine", branches: ["main"] }],
      buildProjects: [{ id: 8, name: "mine", source: { repository: "mine", branch: "main", type: "SourceCommit" } }],
      deployProjects: [],
      pipelines: [
        {
          id: 9,
          name: "shop",
          description: "",
          tasks: [{ id: 10, name: "build", type: "SourceBuild", config: { projectId: 8 }, linkedTasks: [] }],
          trigger: { repository: [], schedule: [], sourcepipeline: [] },
          changed: true,
        },
      ],
      runs: [],
      counters: {
        repository: 104200,
        buildProject: 20600,
        deployProject: 12900,
        stage: 14100,
        scenario: 21000,
        pipeline: 3150,
        task: 41000,
        run: 54000,
        result: 86000,
      },
      time: startTime,
    };
    stateFile = join(folder, "state.json");
    await writeFile(stateFile, JSON.stringify(kept));
    await using emulator = await start();
    expect(await emulator.admin.readState()).to.deep.equal(kept);
    const created = await call(emulator.url, emulator, "POST", "/api/v1/project", {
      name: "next",
      tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 8 } }],
    });
    expect(created).to.deep.equal({ result: { projectId: 3151 } });
    await emulator.close();
    expect((await read()).pipelines?.map(({ id }) => id)).to.deep.equal([9, 3151]);
  });

  it("is refused with its name and the paths of what is wrong", async () => {
    stateFile = join(folder, "bad.json");
    const message = async () => {
      try {
        await (await start()).close();
        return "it started";
      } catch (error) {
        return (error as Error).message;
      }
    };
    await writeFile(stateFile, "{");
    expect(await message())
      .to.contain("bad.json cannot be used")
      .and.contain("it is not JSON");
    await writeFile(
      stateFile,
      '{"buildProjects":[{"id":"1","name":"b"},{"id":2,"name":"c","source":{"repository":"r","branch":""}}]}',
    );
    expect(await message())
      .to.contain('buildProjects[0].id: expected a whole number above 0, got "1"')
      .and.contain("buildProjects[0].source: expected an object, got nothing")
      .and.contain("buildProjects[1].source.branch: expected a string that is not empty");
    await writeFile(stateFile, '{"pipelines":[{"id":1,"name":"p","tasks":[]},{"id":1,"name":"q"}]}');
    expect(await message())
      .to.contain("pipelines[0].tasks: ")
      .and.contain("pipelines[1].tasks: ");
    await writeFile(stateFile, '{"repositories":[{"id":1,"name":"a"},{"id":1,"name":"b"}]}');
    expect(await message()).to.contain("repositories: the id 1 of b is given twice");
  });
});
