import { expect } from "chai";
import { buildTask, deployTask, errorOf, pipelineBody, schedule } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

describe("emulator: createProject", () => {
  const emulator = useEmulator();
  const create = (body: unknown) => emulator.call("POST", "/api/v1/project", body);

  describe("malformed", () => {
    const bodies = { "no JSON": "{", nothing: "", "bytes that are no UTF-8": Buffer.from([0x22, 0xff, 0x22]) };
    for (const [what, body] of Object.entries(bodies)) {
      it(`refuses ${what} as the gateway does`, async () => {
        const reply = await emulator.callRaw({ method: "POST", path: "/api/v1/project", body });
        expect(errorOf(reply)).to.include({ status: 400, code: "100" });
      });
    }

    it("refuses a content type that is not JSON", async () => {
      const headers = { "content-type": "text/plain" };
      const reply = await emulator.call("POST", "/api/v1/project", pipelineBody("shop"), headers);
      expect(errorOf(reply)).to.include({ status: 400, code: "100" });
    });
  });

  describe("invalid", () => {
    const task = (change: object) => pipelineBody("shop", { tasks: [{ ...buildTask, ...change }] });
    const scheduled = (change: object) => pipelineBody("shop", { trigger: { schedule: [{ ...schedule, ...change }] } });
    const cases: [string, unknown, string][] = [
      ["a name with a space", pipelineBody("my shop"), "name: "],
      ["a name of 31 characters", pipelineBody("x".repeat(31)), "name: "],
      ["no name", { tasks: [buildTask] }, "name: "],
      ["no tasks", { name: "shop" }, "tasks: "],
      ["an empty list of tasks", pipelineBody("shop", { tasks: [] }), "tasks: "],
      ["a description over 500", pipelineBody("shop", { description: "x".repeat(501) }), "description: "],
      ["an unknown type of task", task({ type: "SourceTest" }), "tasks[0].type: "],
      ["a deploy task without a stage", task({ type: "SourceDeploy" }), "tasks[0].config.stageId: "],
      ["an id as a text", task({ config: { projectId: "20632" } }), "tasks[0].config.projectId: "],
      ["two tasks of one name", pipelineBody("shop", { tasks: [buildTask, buildTask] }), "tasks[1].name: "],
      ["a link to nothing", pipelineBody("shop", { tasks: [deployTask] }), "tasks[0].linkedTasks[0]: "],
      ["a task that waits for itself", task({ linkedTasks: ["build"] }), "tasks: build can never start"],
      ["an unknown build project", task({ config: { projectId: 1 } }), "tasks[0].config: "],
      [
        "a stage of another project",
        pipelineBody("shop", { tasks: [buildTask, { ...deployTask, config: { ...deployTask.config, stageId: 1 } }] }),
        "tasks[1].config: ",
      ],
      ["an unknown day", scheduled({ day: ["MONDAY"] }), "trigger.schedule[0].day[0]: "],
      ["a bad time", scheduled({ time: "24:00" }), "trigger.schedule[0].time: "],
      ["a zone without its offset", scheduled({ timeZone: "Asia/Seoul" }), "trigger.schedule[0].timeZone: "],
      [
        "an unknown repository",
        pipelineBody("shop", { trigger: { repository: [{ type: "sourcecommit", name: "none", branch: "main" }] } }),
        "trigger.repository[0].name: ",
      ],
      [
        "an unknown pipeline",
        pipelineBody("shop", { trigger: { sourcepipeline: [{ id: 9 }] } }),
        "trigger.sourcepipeline[0].id: ",
      ],
    ];
    for (const [what, body, details] of cases) {
      it(`refuses ${what}, naming the path`, async () => {
        const reply = await create(body);
        expect(errorOf(reply)).to.include({ status: 400, code: 340400 });
        expect(errorOf(reply).details).to.contain(details);
        expect(await emulator.result("GET", "/api/v1/project")).to.deep.equal({ projectList: [] });
      });
    }

    it("refuses a name that is taken, naming the pipeline", async () => {
      await create(pipelineBody("shop"));
      const reply = await create(pipelineBody("shop"));
      expect(errorOf(reply)).to.include({ status: 400, code: 340405 });
      expect(errorOf(reply).details).to.contain("3101");
    });
  });

  describe("behaviour", () => {
    it("gives the id as projectId, once wrapped and without a newline at the end", async () => {
      const reply = await create(pipelineBody("shop"));
      expect(reply.text).to.equal('{"result":{"projectId":3101}}');
      expect(reply.headers["content-type"]).to.match(/^application\/json/);
    });

    it("takes names that differ in case, and a taken name in another region", async () => {
      await create(pipelineBody("shop"));
      expect((await create(pipelineBody("Shop"))).status).to.equal(200);
      const elsewhere = { "x-ncp-region_code": "SGN" };
      expect((await emulator.call("POST", "/api/v1/project", pipelineBody("shop"), elsewhere)).status).to.equal(200);
    });

    it("reads null like nothing, and ignores keys that it does not know", async () => {
      const task = {
        ...buildTask,
        linkedTasks: null,
        id: 7,
        config: { projectId: 20632, target: { type: "SourceCommit" } },
      };
      const { projectId } = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", {
        ...pipelineBody("shop", { description: null, trigger: null, id: 5 }),
        tasks: [task],
      });
      const pipeline = await emulator.result("GET", `/api/v1/project/${projectId}`);
      expect(pipeline).to.nested.include({ description: "", "tasks[0].name": "build" });
    });

    it("never gives an id twice", async () => {
      await create(pipelineBody("shop"));
      await emulator.call("DELETE", "/api/v1/project/3101");
      await emulator.admin("PUT", "/state", (await emulator.admin("GET", "/state")).body);
      await emulator.admin("POST", "/reset");
      await emulator.admin("PUT", "/state", {
        buildProjects: [{ id: 20632, name: "b", source: { repository: "r", branch: "m" } }],
      });
      expect((await create({ name: "shop", tasks: [buildTask] })).body).to.deep.equal({ result: { projectId: 3102 } });
    });
  });
});
