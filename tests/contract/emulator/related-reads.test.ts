import { expect } from "chai";
import { errorOf } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: reads of related services", () => {
  const emulator = useEmulator();
  const allowed = (actionName: string) => ({ permission: "Allow", actionName });
  const shop = { id: 12920, name: "shop" };
  const prod = { id: 14147, name: "prod" };

  const reads: [string, object][] = [
    [
      "/sourcecommit/api/v1/repository?repositoryName=web",
      { total: 1, repository: [{ id: 104212, name: "shop-web", ...allowed("View/getRepositoryDetail") }] },
    ],
    ["/sourcecommit/api/v1/repository/shop-api/branch", { default: "main", branch: ["main", "develop"] }],
    [
      "/sourcebuild/api/v1/project?pageNo=2&pageSize=1",
      { total: 2, project: [{ id: 20633, name: "shop-web", ...allowed("View/getProjectDetail") }] },
    ],
    ["/vpcsourcedeploy/api/v1/project", { projectList: [shop] }],
    ["/sourcedeploy/api/v1/project", { projectList: [shop] }],
    ["/vpcsourcedeploy/api/v1/project/12920/stage?stageName=prod", { project: shop, stageList: [prod] }],
    [
      "/vpcsourcedeploy/api/v1/project/12920/stage/14147/scenario?pageSize=1",
      { project: shop, stage: prod, scenarioList: [{ id: 21003, name: "rolling" }] },
    ],
  ];
  for (const [path, result] of reads) {
    it(`serves ${path}`, async () => expect(await emulator.result("GET", path)).to.deep.equal(result));
  }

  it("has details of the same state", async () => {
    expect(await emulator.result("GET", "/sourcebuild/api/v1/project/20632")).to.deep.include({
      id: 20632,
      name: "shop-api",
      source: { type: "SourceCommit", config: { repository: "shop-api", branch: "main" } },
    });
    const scenario = "/sourcedeploy/api/v1/project/12920/stage/14147/scenario/21003";
    expect(await emulator.result("GET", scenario)).to.deep.nested.include({
      id: 21003,
      name: "rolling",
      stage: prod,
      "config.file": { type: "SourceBuild", SourceBuild: { id: 20632, name: "shop-api" } },
    });
  });

  it("names a repository's address", async () => {
    expect(await emulator.result("GET", "/sourcecommit/api/v1/repository/shop-api")).to.include({
      id: 104211,
      name: "shop-api",
    });
  });

  const missing: [string, number][] = [
    ["/sourcecommit/api/v1/repository/none", 310404],
    ["/sourcecommit/api/v1/repository/id/1", 310404],
    ["/sourcebuild/api/v1/project/1", 320404],
    ["/vpcsourcedeploy/api/v1/project/12920/stage/1", 330404],
    ["/vpcsourcedeploy/api/v1/project/1/stage", 330404],
    ["/vpcsourcedeploy/api/v1/project/12920/stage/14147/scenario/1", 330404],
  ];
  for (const [path, code] of missing) {
    it(`says what is missing at ${path}`, async () => {
      expect(errorOf(await emulator.call("GET", path))).to.include({ status: 400, code });
    });
  }

  it("lists the one region, written for people", async () => {
    const reply = await emulator.call("POST", "/ncloud/vserver/v2/getRegionList", { responseFormatType: "json" });
    expect(reply.text).to.contain('\n      {\n        "regionCode": "KR"');
    expect(reply.body).to.have.nested.property("getRegionListResponse.regionList[0].regionCode", "KR");
  });

  it("are refused to a key that may do something else", async () => {
    const permissions = [{ accessKey: "READER", secretKey: "READER-SECRET", allow: ["sourcebuild.getProjects"] }];
    await emulator.admin("PUT", "/state", { permissions, buildProjects: [] });
    const as = (path: string) => {
      const call = { method: "GET", path };
      const keys = { accessKey: "READER", secretKey: "READER-SECRET" };
      return send(emulator.url, { ...call, headers: signedHeaders(call, keys, String(Date.now())) });
    };
    expect((await as("/sourcebuild/api/v1/project")).status).to.equal(200);
    expect(errorOf(await as("/sourcebuild/api/v1/env/os"))).to.include({ status: 401, code: "210" });
  });

  it("want a signature, too", async () => {
    expect((await send(emulator.url, { method: "GET", path: "/sourcebuild/api/v1/project" })).status).to.equal(401);
  });
});
