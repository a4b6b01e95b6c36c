import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

describe("emulator: getProjectHistory", () => {
  const emulator = useEmulator();
  const path = "/api/v1/project/3101/history";

  beforeEach(async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.call("POST", "/api/v1/project/3101/do");
  });

  describe("malformed", () => {
    it("refuses an id that is none", async () => {
      expect(errorOf(await emulator.call("GET", `${path}/%2e`))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a run is missing", async () => {
      expect(errorOf(await emulator.call("GET", `${path}/1`))).to.include({ status: 400, code: 340404 });
    });
  });

  describe("behaviour", () => {
    it("shows the run as an object, with its tasks as they were at its start", async () => {
      await emulator.call("PATCH", "/api/v1/project/3101", {
        tasks: [{ name: "other", type: "SourceBuild", config: { projectId: 20633 } }],
      });
      await emulator.admin("POST", "/clock", { advanceMs: 5000 });
      const result = await emulator.result("GET", `${path}/54001`);
      expect(result).to.deep.equal({
        history: {
          projectId: 3101,
          id: 54001,
          begin: Date.parse(startTime),
          end: null,
          status: "inProgress",
          tasks: [
            {
              id: 41001,
              name: "build",
              type: "SourceBuild",
              config: {
                projectId: 20632,
                target: { type: "SourceCommit", name: "shop-api", info: { repository: "shop-api", branch: "main" } },
              },
              linkedTasks: [],
              status: "success",
              resultId: "86001",
            },
            {
              id: 41002,
              name: "deploy",
              type: "SourceDeploy",
              config: {
                projectId: 12920,
                stageId: 14146,
                scenarioId: 21001,
                target: { type: "SourceBuild", name: "shop", info: { projectName: "shop-api" } },
              },
              linkedTasks: ["build"],
              status: "inProgress",
              resultId: "86002",
            },
          ],
        },
      });
    });
  });
});
