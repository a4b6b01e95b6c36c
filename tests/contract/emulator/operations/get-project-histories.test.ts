import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { startTime, useEmulator } from "../support/use-emulator.ts";

describe("emulator: getProjectHistories", () => {
  const emulator = useEmulator();
  const path = "/api/v1/project/3101/history";

  beforeEach(() => emulator.call("POST", "/api/v1/project", pipelineBody("shop")));

  describe("malformed", () => {
    it("refuses half a pair of paging parameters", async () => {
      expect(errorOf(await emulator.call("GET", `${path}?pageNo=1`))).to.include({ status: 400, code: 340400 });
    });
  });

  describe("invalid", () => {
    it("says that a pipeline is missing", async () => {
      expect(errorOf(await emulator.call("GET", "/api/v1/project/1/history"))).to.include({
        status: 400,
        code: 340404,
      });
    });
  });

  describe("behaviour", () => {
    it("is empty before the first run", async () => {
      expect(await emulator.result("GET", path)).to.deep.equal({ historyList: [] });
    });

    it("lists runs, the newest first, in pages", async () => {
      await emulator.call("POST", "/api/v1/project/3101/do");
      await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
      await emulator.call("POST", "/api/v1/project/3101/do");
      const begin = Date.parse(startTime);
      const common = { projectId: 3101, requestType: "console", requestId: "emulator" };
      const running = { ...common, id: 54002, begin: begin + 60_000, end: null, status: "inProgress" };
      const ended = { ...common, id: 54001, begin, end: begin + 10_000, status: "success" };
      expect(await emulator.result("GET", path)).to.deep.equal({ historyList: [running, ended] });
      expect(await emulator.result("GET", `${path}?pageNo=2&pageSize=1`)).to.deep.equal({ historyList: [ended] });
    });
  });
});
