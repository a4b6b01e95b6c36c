import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

describe("emulator: getProjects", () => {
  const emulator = useEmulator();
  const list = async (query = "") => {
    const { projectList } = await emulator.result<{ projectList: { id: number; name: string }[] }>(
      "GET",
      `/api/v1/project${query}`,
    );
    return projectList.map(({ name }) => name);
  };

  describe("malformed", () => {
    for (const query of [
      "?pageNo=1",
      "?pageSize=5",
      "?pageNo=0&pageSize=5",
      "?pageNo=1&pageSize=x",
      "?pageNo=-1&pageSize=1",
    ]) {
      it(`refuses ${query}`, async () => {
        expect(errorOf(await emulator.call("GET", `/api/v1/project${query}`))).to.include({
          status: 400,
          code: 340400,
        });
      });
    }
  });

  describe("behaviour", () => {
    beforeEach(async () => {
      for (const name of ["shop-api", "shop-web", "blog"]) {
        await emulator.call("POST", "/api/v1/project", pipelineBody(name));
      }
    });

    it("lists id and name, the newest first", async () => {
      expect(await emulator.result("GET", "/api/v1/project")).to.deep.equal({
        projectList: [
          { id: 3103, name: "blog" },
          { id: 3102, name: "shop-web" },
          { id: 3101, name: "shop-api" },
        ],
      });
    });

    it("filters by a part of the name", async () => {
      expect(await list("?projectName=shop")).to.deep.equal(["shop-web", "shop-api"]);
      expect(await list("?projectName=nothing")).to.deep.equal([]);
    });

    it("gives pages, the last one short, those after it empty", async () => {
      expect(await list("?pageNo=1&pageSize=2")).to.deep.equal(["blog", "shop-web"]);
      expect(await list("?pageNo=2&pageSize=2")).to.deep.equal(["shop-api"]);
      expect(await list("?pageNo=3&pageSize=2")).to.deep.equal([]);
    });

    it("shows nothing of other regions", async () => {
      const reply = await emulator.call("GET", "/api/v1/project", undefined, { "x-ncp-region_code": "SGN" });
      expect(reply.body).to.deep.equal({ result: { projectList: [] } });
    });
  });
});
