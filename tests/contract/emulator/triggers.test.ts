import { expect } from "chai";
import { buildTask, pipelineBody, schedule } from "./support/bodies.ts";
import { useEmulator } from "./support/use-emulator.ts";

interface Run {
  id: number;
  begin: number;
  status: string;
  requestType: string;
  requestId: string;
}

describe("emulator: triggers", () => {
  // Monday, 2 March 2026, 09:00 in Seoul.
  const emulator = useEmulator();
  const tasks = [buildTask];
  const create = async (name: string, trigger: object) =>
    (await emulator.result<{ projectId: number }>("POST", "/api/v1/project", { name, tasks, trigger })).projectId;
  const runsOf = async (id: number) =>
    (await emulator.result<{ historyList: Run[] }>("GET", `/api/v1/project/${id}/history`)).historyList;
  const timesOf = async (id: number) =>
    (await runsOf(id)).map(({ begin }) => new Date(begin).toISOString()).toReversed();
  const moveTo = (set: string) => emulator.admin("POST", "/clock", { set });
  const push = async (repository: string, branch: string) =>
    (await emulator.admin("POST", "/push", { repository, branch })).body as { runs: { pipeline: string }[] };

  describe("schedules", () => {
    it("start runs at their days and time, in their zone", async () => {
      const id = await create("shop", { schedule: [schedule] });
      await moveTo("2026-03-10T00:00:00Z");
      expect(await timesOf(id)).to.deep.equal(["2026-03-05T18:30:00.000Z", "2026-03-08T18:30:00.000Z"]);
      expect((await runsOf(id))[0]).to.include({ requestType: "trigger", requestId: "schedule", status: "success" });
    });

    it("follow the zone's clocks over a change", async () => {
      const daily = {
        ...schedule,
        day: ["SAT", "SUN", "MON"],
        time: "09:00",
        timeZone: "America/New_York (UTC-05:00)",
      };
      const id = await create("shop", { schedule: [daily] });
      await moveTo("2026-03-10T00:00:00Z");
      expect(await timesOf(id)).to.deep.equal([
        "2026-03-02T14:00:00.000Z",
        "2026-03-07T14:00:00.000Z",
        "2026-03-08T13:00:00.000Z",
        "2026-03-09T13:00:00.000Z",
      ]);
    });

    it("start one run when several are due together", async () => {
      const id = await create("shop", { schedule: [schedule, { ...schedule, day: ["FRI"] }] });
      await moveTo("2026-03-06T00:00:00Z");
      expect(await timesOf(id)).to.deep.equal(["2026-03-05T18:30:00.000Z"]);
    });

    it("change with an edit, end with a deletion", async () => {
      const id = await create("shop", { schedule: [schedule] });
      const gone = await create("gone", { schedule: [schedule] });
      const earlier = { ...schedule, time: "01:00" };
      await emulator.call("PATCH", `/api/v1/project/${id}`, { tasks, trigger: { schedule: [earlier] } });
      await emulator.call("DELETE", `/api/v1/project/${gone}`);
      await moveTo("2026-03-06T00:00:00Z");
      expect(await timesOf(id)).to.deep.equal(["2026-03-05T16:00:00.000Z"]);
      const { runs } = (await emulator.admin("GET", "/state")).body as { runs: { projectId: number }[] };
      expect(runs.map(({ projectId }) => projectId)).to.deep.equal([id]);
    });

    it("with only-with-change wait for an edit or a push since the last run", async () => {
      const daily = {
        ...schedule,
        day: ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
        time: "12:00",
        scheduleOnlyWithChange: true,
      };
      const id = await create("shop", { schedule: [daily] });
      await moveTo("2026-03-04T12:00:00Z");
      expect(await timesOf(id)).to.deep.equal(["2026-03-02T03:00:00.000Z"]);
      await push("shop-web", "main");
      await moveTo("2026-03-05T12:00:00Z");
      expect(await timesOf(id)).to.have.length(1);
      await push("shop-api", "develop");
      await moveTo("2026-03-07T12:00:00Z");
      expect(await timesOf(id)).to.have.length(2);
      await emulator.call("PATCH", `/api/v1/project/${id}`, { tasks });
      await moveTo("2026-03-09T12:00:00Z");
      expect(await timesOf(id)).to.deep.equal([
        "2026-03-02T03:00:00.000Z",
        "2026-03-06T03:00:00.000Z",
        "2026-03-08T03:00:00.000Z",
      ]);
    });
  });

  describe("pushes", () => {
    it("start the pipelines that wait for the branch", async () => {
      const on = (name: string, branch: string) => ({ repository: [{ type: "sourcecommit", name, branch }] });
      const id = await create("api-main", on("shop-api", "main"));
      await create("api-develop", on("shop-api", "develop"));
      await create("web", on("shop-web", "main"));
      expect(await push("shop-api", "main")).to.deep.equal({
        runs: [{ pipeline: "api-main", projectId: id, historyId: 54001 }],
      });
      expect((await runsOf(id))[0]).to.include({ requestType: "trigger", requestId: "sourcecommit" });
    });

    it("make a branch that is not there yet", async () => {
      expect(await push("shop-web", "new")).to.deep.equal({ runs: [] });
      expect(await emulator.result("GET", "/api/v1/sourcecommit/repository/shop-web/branch")).to.deep.equal({
        branchList: [{ name: "main" }, { name: "new" }],
      });
    });
  });

  describe("pipelines", () => {
    it("start after the other run has ended in success, not after a failure", async () => {
      const first = await create("first", {});
      const second = await create("second", { sourcepipeline: [{ id: first }] });
      await emulator.admin("POST", "/outcomes", { rules: [{ pipeline: "first", status: "failed", times: 1 }] });
      for (const expected of [0, 1]) {
        await emulator.call("POST", `/api/v1/project/${first}/do`);
        await emulator.admin("POST", "/clock", { advanceMs: 5000 });
        expect(await runsOf(second)).to.have.length(expected);
      }
      expect((await runsOf(second))[0]).to.include({ requestType: "trigger", status: "inProgress" });
      expect(await emulator.result("GET", `/api/v1/project/${second}`)).to.deep.nested.include({
        "trigger.sourcepipeline": [{ id: first, name: "first" }],
      });
    });

    it("stop a loop", async () => {
      const first = await create("first", {});
      const second = await create("second", { sourcepipeline: [{ id: first }] });
      await emulator.call("PATCH", `/api/v1/project/${first}`, {
        tasks,
        trigger: { sourcepipeline: [{ id: second }, { id: first }] },
      });
      await emulator.admin("PATCH", "/settings", { taskMs: 0 });
      await emulator.call("POST", `/api/v1/project/${first}/do`);
      await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
      expect([(await runsOf(first)).length, (await runsOf(second)).length]).to.deep.equal([1, 1]);
    });
  });

  describe("outcomes", () => {
    it("decide how tasks end and how long they take, the first match first", async () => {
      await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
      await emulator.admin("POST", "/outcomes", {
        rules: [
          { pipeline: "other", status: "failed" },
          { projectId: 20632, status: "success", durationMs: 100, times: 1 },
          { task: "build", status: "failed", durationMs: 1000 },
        ],
      });
      await emulator.call("POST", "/api/v1/project/3101/do");
      await emulator.call("POST", "/api/v1/project/3101/do");
      await emulator.admin("POST", "/clock", { advanceMs: 5100 });
      const [second, first] = await runsOf(3101);
      expect([first!.status, second!.status]).to.deep.equal(["success", "failed"]);
      const { rules } = (await emulator.admin("GET", "/outcomes")).body as { rules: { used: number }[] };
      expect(rules.map(({ used }) => used)).to.deep.equal([0, 1, 1]);
      await emulator.admin("DELETE", "/outcomes");
      expect((await emulator.admin("GET", "/outcomes")).body).to.deep.equal({ rules: [] });
    });
  });
});
