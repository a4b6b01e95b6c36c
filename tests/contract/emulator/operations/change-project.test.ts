import { expect } from "chai";
import { buildTask, deployTask, errorOf, pipelineBody, schedule } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

describe("emulator: changeProject", () => {
  const emulator = useEmulator();
  const change = (body: unknown, id = 3101) => emulator.call("PATCH", `/api/v1/project/${id}`, body);
  const read = () => emulator.result<{ tasks: { id: number }[] }>("GET", "/api/v1/project/3101");

  beforeEach(async () => {
    await emulator.call(
      "POST",
      "/api/v1/project",
      pipelineBody("shop", { description: "old", trigger: { schedule: [schedule] } }),
    );
  });

  describe("malformed", () => {
    it("refuses a body that is no JSON", async () => {
      const reply = await emulator.callRaw({ method: "PATCH", path: "/api/v1/project/3101", body: "tasks" });
      expect(errorOf(reply)).to.include({ status: 400, code: "100" });
    });
  });

  describe("invalid", () => {
    it("refuses a body without tasks, and one with tasks that wait for each other", async () => {
      expect(errorOf(await change({ description: "new" }))).to.include({ status: 400, code: 340400 });
      const cycle = [{ ...buildTask, linkedTasks: ["deploy"] }, deployTask];
      expect(errorOf(await change({ tasks: cycle })).details).to.contain("build, deploy can never start");
      expect(await read()).to.include({ description: "old" });
    });

    it("says that a pipeline is missing", async () => {
      expect(errorOf(await change({ tasks: [buildTask] }, 1))).to.include({ status: 400, code: 340404 });
    });
  });

  describe("behaviour", () => {
    it("replaces tasks and trigger as a whole; a task with the same name keeps its id", async () => {
      const before = await read();
      const reply = await change({
        description: "new",
        tasks: [
          { ...buildTask, name: "first" },
          { ...deployTask, linkedTasks: ["first"] },
        ],
        trigger: { repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }] },
      });
      expect(reply.text).to.equal('{"result":{"result":true}}');
      const after = await read();
      expect(after).to.deep.include({
        description: "new",
        trigger: {
          repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
          schedule: [],
          sourcepipeline: [],
        },
      });
      expect(after.tasks.map(({ id }) => id)).to.deep.equal([41003, before.tasks[1]!.id]);
    });

    it("keeps what is left out, clears what is empty", async () => {
      await change({ tasks: [buildTask] });
      expect(await read()).to.deep.nested.include({ description: "old", "trigger.schedule": [schedule] });
      await change({ tasks: [buildTask], description: "", trigger: {} });
      expect(await read()).to.deep.nested.include({ description: "", "trigger.schedule": [] });
    });

    it("ignores a name: a pipeline cannot be renamed", async () => {
      await change({ ...pipelineBody("other") });
      expect(await read()).to.include({ name: "shop" });
    });

    it("keeps a task whose build project is gone, but takes no new one", async () => {
      const state = (await emulator.admin("GET", "/state")).body as object;
      await emulator.admin("PUT", "/state", { ...state, buildProjects: [] });
      expect((await change({ tasks: [buildTask] })).status).to.equal(200);
      expect(errorOf(await change({ tasks: [{ ...buildTask, config: { projectId: 20633 } }] }))).to.include({
        code: 340400,
      });
    });
  });
});
