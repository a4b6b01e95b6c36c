import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

describe("emulator: startProject", () => {
  const emulator = useEmulator();

  describe("malformed", () => {
    it("refuses an id that is none", async () => {
      expect(errorOf(await emulator.call("POST", "/api/v1/project/x/do"))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a pipeline is missing", async () => {
      expect(errorOf(await emulator.call("POST", "/api/v1/project/1/do"))).to.include({ status: 400, code: 340404 });
    });
  });

  describe("behaviour", () => {
    beforeEach(() => emulator.call("POST", "/api/v1/project", pipelineBody("shop")));

    it("starts the entry tasks and gives the run's id", async () => {
      expect((await emulator.call("POST", "/api/v1/project/3101/do")).body).to.deep.equal({
        result: { historyId: 54001 },
      });
      const { history } = await emulator.result<{ history: { tasks: { status: string }[] } }>(
        "GET",
        "/api/v1/project/3101/history/54001",
      );
      expect(history).to.include({ begin: Date.parse(startTime), end: null, status: "inProgress" });
      expect(history.tasks.map(({ status }) => status)).to.deep.equal(["inProgress", "waiting"]);
    });

    it("runs beside a run in progress", async () => {
      await emulator.call("POST", "/api/v1/project/3101/do");
      expect((await emulator.call("POST", "/api/v1/project/3101/do")).body).to.deep.equal({
        result: { historyId: 54002 },
      });
    });
  });
});
