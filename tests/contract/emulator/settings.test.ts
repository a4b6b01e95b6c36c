import { expect } from "chai";
import type { Settings } from "../../../emulator/index.ts";
import { buildTask, deployTask, errorOf, pipelineBody, schedule } from "./support/bodies.ts";
import { startTime, useEmulator } from "./support/use-emulator.ts";

describe("emulator: settings", () => {
  const emulator = useEmulator();
  const set = (settings: Partial<Settings>) => emulator.admin("PATCH", "/settings", settings);
  const create = (name: string, more: object = {}) =>
    emulator.call("POST", "/api/v1/project", pipelineBody(name, more));
  const read = <Result = object>(id = 3101) => emulator.result<Result>("GET", `/api/v1/project/${id}`);
  const run = () => emulator.call("POST", "/api/v1/project/3101/do");
  const history = () =>
    emulator.result<{ history: { status: string; begin: number; end?: number | null; tasks: { status: string }[] } }>(
      "GET",
      "/api/v1/project/3101/history/54001",
    );
  const advance = (advanceMs: number) => emulator.admin("POST", "/clock", { advanceMs });
  const names = async () =>
    (await emulator.result<{ projectList: { name: string }[] }>("GET", "/api/v1/project")).projectList.map(
      ({ name }) => name,
    );

  describe("statusWords", () => {
    const words = {
      default: ["inProgress", "inProgress", "waiting", "success", "failed", "canceled"],
      upper: ["INPROGRESS", "INPROGRESS", "WAITING", "SUCCESS", "FAILED", "CANCELED"],
      build: ["upload", "upload", "prepare", "success", "fail", "canceled"],
    } as const;
    for (const [statusWords, [running, started, waiting, success, failed, canceled]] of Object.entries(words)) {
      it(`speaks in ${statusWords} words`, async () => {
        await set({ statusWords: statusWords as Settings["statusWords"] });
        const last = { ...buildTask, name: "last", linkedTasks: ["deploy"] };
        await create("shop", { tasks: [buildTask, deployTask, last] });
        await emulator.admin("POST", "/outcomes", { rules: [{ task: "deploy", status: "failed" }] });
        await run();
        const before = (await history()).history;
        expect([before.status, ...before.tasks.map(({ status }) => status)]).to.deep.equal([
          running,
          started,
          waiting,
          waiting,
        ]);
        await advance(10_000);
        const after = (await history()).history;
        expect([after.status, ...after.tasks.map(({ status }) => status)]).to.deep.equal([
          failed,
          success,
          failed,
          canceled,
        ]);
      });
    }
  });

  describe("missing", () => {
    const responses: [Settings["missing"], number, string | number][] = [
      ["400-340404", 400, 340404],
      ["404-340404", 404, 340404],
      ["404-300", 404, "300"],
      ["400-string", 400, "340404"],
    ];
    for (const [missing, status, code] of responses) {
      it(`responds with ${missing}`, async () => {
        await set({ missing });
        for (const [method, path] of [
          ["GET", "/1"],
          ["DELETE", "/1"],
          ["POST", "/1/do"],
          ["GET", "/1/history/2"],
        ] as const) {
          expect(errorOf(await emulator.call(method, `/api/v1/project${path}`))).to.include({ status, code });
        }
      });
    }
  });

  it("duplicateNames lets a name be used twice", async () => {
    await set({ duplicateNames: "allowed" });
    await create("shop");
    await create("shop");
    expect(await names()).to.deep.equal(["shop", "shop"]);
  });

  it("runWhileRunning refuses a second run until the first has ended", async () => {
    await set({ runWhileRunning: "refused" });
    await create("shop");
    await run();
    expect(errorOf(await run())).to.include({ status: 400, code: 340409 });
    await advance(10_000);
    expect((await run()).status).to.equal(200);
  });

  it("timeUnit counts in seconds", async () => {
    await set({ timeUnit: "s" });
    await create("shop");
    await run();
    await advance(10_000);
    const begin = Date.parse(startTime) / 1000;
    expect((await history()).history).to.include({ begin, end: begin + 10 });
  });

  it("runningEnd has three forms of an end that has not come yet", async () => {
    await create("shop");
    await run();
    expect((await history()).history).to.include({ end: null });
    await set({ runningEnd: "zero" });
    expect((await history()).history).to.include({ end: 0 });
    await set({ runningEnd: "absent" });
    expect((await history()).history).not.to.have.property("end");
  });

  it("patchOmission clears what an edit leaves out", async () => {
    await create("shop", { description: "old", trigger: { schedule: [schedule] } });
    await set({ patchOmission: "clears" });
    await emulator.call("PATCH", "/api/v1/project/3101", { tasks: [buildTask] });
    expect(await read()).to.deep.nested.include({ description: "", "trigger.schedule": [] });
  });

  it("createStatus and deleteStatus change the status of success", async () => {
    await set({ createStatus: 201, deleteStatus: 204 });
    expect((await create("shop")).status).to.equal(201);
    const reply = await emulator.call("DELETE", "/api/v1/project/3101");
    expect([reply.status, reply.text]).to.deep.equal([204, ""]);
    expect(await names()).to.deep.equal([]);
  });

  it("emptyTrigger has four forms of no trigger", async () => {
    await create("shop");
    await set({ emptyTrigger: "object" });
    expect(await read()).to.deep.include({ trigger: {} });
    await set({ emptyTrigger: "null" });
    expect(await read()).to.include({ trigger: null });
    await set({ emptyTrigger: "absent" });
    expect(await read()).not.to.have.property("trigger");
    await emulator.call("PATCH", "/api/v1/project/3101", { tasks: [buildTask], trigger: { schedule: [schedule] } });
    expect(await read()).to.deep.nested.include({ "trigger.repository": [] });
  });

  describe("order", () => {
    const many = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const tasks = many.map((name) => ({ ...buildTask, name }));

    it("gives lists in another order, the same on every page", async () => {
      for (const name of many) await create(name);
      await set({ order: "shuffled" });
      const whole = await names();
      expect(whole).to.have.members(many).and.not.deep.equal(many.toReversed());
      const pages = await Promise.all(
        [1, 2, 3].map((page) =>
          emulator.result<{ projectList: { name: string }[] }>("GET", `/api/v1/project?pageNo=${page}&pageSize=4`),
        ),
      );
      expect(pages.flatMap(({ projectList }) => projectList.map(({ name }) => name))).to.deep.equal(whole);
    });

    it("gives tasks, links and days in another order each time", async () => {
      const last = { ...buildTask, name: "last", linkedTasks: many };
      await create("shop", {
        tasks: [...tasks, last],
        trigger: { schedule: [{ ...schedule, day: ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] }] },
      });
      await set({ order: "shuffled" });
      const first = await read<{ tasks: { name: string; linkedTasks: string[] }[] }>();
      expect(first.tasks.map(({ name }) => name)).to.have.members([...many, "last"]);
      expect(first.tasks.find(({ name }) => name === "last")?.linkedTasks).to.have.members(many);
      expect(await read()).not.to.deep.equal(first);
    });
  });

  it("quota refuses what comes too fast, with the code and the header asked for", async () => {
    await set({ quotaPerSecond: 0.001, quotaRetryAfter: 7 });
    expect((await emulator.call("GET", "/api/v1/project")).status).to.equal(200);
    for (const quotaCode of [410, 400, 420] as const) {
      await set({ quotaCode });
      const reply = await emulator.call("GET", "/api/v1/project");
      expect(errorOf(reply)).to.include({ status: 429, code: String(quotaCode) });
      expect(reply.headers["retry-after"]).to.equal("7");
    }
    await set({ quotaRetryAfter: null });
    expect((await emulator.call("GET", "/api/v1/project")).headers).not.to.have.property("retry-after");
    await set({ quotaPerSecond: 0 });
    expect((await emulator.call("GET", "/api/v1/project")).status).to.equal(200);
  });

  describe("visibilityDelayMs", () => {
    beforeEach(() => create("old"));

    it("hides what is new until the delay has passed, but not its name", async () => {
      await set({ visibilityDelayMs: 30_000 });
      expect((await create("new")).body).to.deep.equal({ result: { projectId: 3102 } });
      expect(errorOf(await emulator.call("GET", "/api/v1/project/3102"))).to.include({ code: 340404 });
      expect(await names()).to.deep.equal(["old"]);
      expect(errorOf(await create("new"))).to.include({ code: 340405 });
      await advance(29_999);
      expect(await names()).to.deep.equal(["old"]);
      await advance(1);
      expect(await names()).to.deep.equal(["new", "old"]);
    });

    it("shows what it was before an edit", async () => {
      await set({ visibilityDelayMs: 30_000 });
      await emulator.call("PATCH", "/api/v1/project/3101", { tasks: [buildTask], description: "first" });
      await emulator.call("PATCH", "/api/v1/project/3101", { tasks: [buildTask], description: "second" });
      expect(await read()).to.include({ description: "" });
      await advance(30_000);
      expect(await read()).to.include({ description: "second" });
    });

    it("shows what was deleted, and keeps its name until it lets go of it", async () => {
      await set({ visibilityDelayMs: 30_000 });
      await emulator.call("DELETE", "/api/v1/project/3101");
      expect(await read()).to.include({ name: "old" });
      expect(errorOf(await emulator.call("DELETE", "/api/v1/project/3101"))).to.include({ code: 340404 });
      expect(errorOf(await create("old"))).to.include({ code: 340405 });
      await advance(30_000);
      expect(await names()).to.deep.equal([]);
      expect((await create("old")).status).to.equal(200);
    });
  });

  it("visibilityDelayMs hides a run until the delay has passed, but it can be canceled", async () => {
    await create("shop");
    await set({ visibilityDelayMs: 30_000, taskMs: 600_000 });
    await advance(30_000);
    const { body } = await emulator.call("POST", "/api/v1/project/3101/do");
    const { historyId } = (body as { result: { historyId: number } }).result;
    const path = `/api/v1/project/3101/history/${String(historyId)}`;
    const listed = async (): Promise<unknown> =>
      ((await emulator.call("GET", "/api/v1/project/3101/history")).body as { result: unknown }).result;
    expect(await listed()).to.deep.equal({ historyList: [] });
    expect((await emulator.call("GET", path)).status).to.equal(400);
    await advance(29_999);
    expect(await listed()).to.deep.equal({ historyList: [] });
    await advance(1);
    expect(await listed()).to.nested.include({ "historyList[0].id": historyId });
    expect((await emulator.call("GET", path)).status).to.equal(200);
  });

  it("impossible accepts graphs, zones and days that make no sense, and runs end all the same", async () => {
    await set({ impossible: "accepted" });
    const cycle = [
      buildTask,
      { ...buildTask, name: "a", linkedTasks: ["b"] },
      { ...buildTask, name: "b", linkedTasks: ["a", "none"] },
    ];
    const trigger = { schedule: [{ ...schedule, day: ["SOMEDAY"], timeZone: "Mars/Base (UTC+00:00)" }] };
    expect((await create("shop", { tasks: cycle, trigger })).status).to.equal(200);
    expect(await read()).to.deep.nested.include({ "trigger.schedule[0].day": ["SOMEDAY"] });
    await run();
    await advance(5000);
    expect((await history()).history).to.include({ status: "failed" });
    const state = await emulator.admin("GET", "/state");
    expect((await emulator.admin("PUT", "/state", state.body)).body).to.deep.equal(state.body);
  });

  it("target is null or absent when asked for", async () => {
    await create("shop");
    await set({ target: "null" });
    expect(await read()).to.have.nested.property("tasks[0].config.target", null);
    await set({ target: "absent" });
    expect(await read()).not.to.have.nested.property("tasks[0].config.target");
  });

  it("errorInsideOk hides errors of the service, not those of the gateway, in a success", async () => {
    await set({ errorInsideOk: true });
    expect(errorOf(await emulator.call("GET", "/api/v1/project/1"))).to.include({ status: 200, code: 340404 });
    expect(errorOf(await emulator.call("GET", "/nothing"))).to.include({ status: 404, code: "300" });
  });

  it("errorCodeAs writes codes as strings", async () => {
    await set({ errorCodeAs: "string" });
    expect(errorOf(await create("a b"))).to.include({ status: 400, code: "340400" });
  });

  it("taskMs is how long a task takes", async () => {
    await set({ taskMs: 60_000 });
    await create("shop", { tasks: [buildTask] });
    await run();
    await advance(59_999);
    expect((await history()).history).to.include({ status: "inProgress" });
    await advance(1);
    expect((await history()).history).to.include({ status: "success" });
  });

  it("taskMs of 0 ends a run at once", async () => {
    await set({ taskMs: 0 });
    await create("shop");
    await run();
    expect((await history()).history).to.include({ status: "success", end: Date.parse(startTime) });
  });
});
