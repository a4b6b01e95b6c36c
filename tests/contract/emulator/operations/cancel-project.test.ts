import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

describe("emulator: cancelProject", () => {
  const emulator = useEmulator();
  const cancel = (run: number | string) => emulator.call("POST", `/api/v1/project/3101/history/${run}/cancel`);

  beforeEach(async () => {
    await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
    await emulator.call("POST", "/api/v1/project/3101/do");
  });

  describe("malformed", () => {
    it("refuses an id that is none", async () => {
      expect(errorOf(await cancel("last"))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a run is missing, also when it belongs to another pipeline", async () => {
      expect(errorOf(await cancel(1))).to.include({ status: 400, code: 340404 });
      await emulator.call("POST", "/api/v1/project", pipelineBody("other"));
      const reply = await emulator.call("POST", "/api/v1/project/3102/history/54001/cancel");
      expect(errorOf(reply)).to.include({ status: 400, code: 340404 });
    });

    it("refuses to cancel what has ended", async () => {
      await cancel(54001);
      expect(errorOf(await cancel(54001))).to.include({ status: 400, code: 340409 });
    });
  });

  describe("behaviour", () => {
    it("ends the run and what is left of its tasks at once", async () => {
      await emulator.admin("POST", "/clock", { advanceMs: 5000 });
      await emulator.admin("POST", "/clock", { advanceMs: 1000 });
      expect((await cancel(54001)).text).to.equal('{"result":{"result":true}}');
      const { history } = await emulator.result<{ history: { tasks: { status: string }[] } }>(
        "GET",
        "/api/v1/project/3101/history/54001",
      );
      expect(history).to.include({ end: Date.parse(startTime) + 6000, status: "canceled" });
      expect(history.tasks.map(({ status }) => status)).to.deep.equal(["success", "canceled"]);
    });
  });
});
