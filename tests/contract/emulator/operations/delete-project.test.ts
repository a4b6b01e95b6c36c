import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

describe("emulator: deleteProject", () => {
  const emulator = useEmulator();

  describe("malformed", () => {
    it("refuses an id that is none", async () => {
      expect(errorOf(await emulator.call("DELETE", "/api/v1/project/1e3"))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a pipeline is missing, also the second time", async () => {
      await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
      await emulator.call("DELETE", "/api/v1/project/3101");
      expect(errorOf(await emulator.call("DELETE", "/api/v1/project/3101"))).to.include({ status: 400, code: 340404 });
    });
  });

  describe("behaviour", () => {
    it("removes the pipeline and its runs, and frees the name", async () => {
      await emulator.call("POST", "/api/v1/project", pipelineBody("shop"));
      await emulator.call("POST", "/api/v1/project/3101/do");
      const reply = await emulator.call("DELETE", "/api/v1/project/3101");
      expect(reply.text).to.equal('{"result":{"result":true}}');
      expect((await emulator.admin("GET", "/state")).body).to.deep.include({ pipelines: [], runs: [] });
      expect((await emulator.call("POST", "/api/v1/project", pipelineBody("shop"))).status).to.equal(200);
    });
  });
});
