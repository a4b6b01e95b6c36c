import { expect } from "chai";
import { errorOf, pipelineBody } from "../support/bodies.ts";
import {
  clusterScenario,
  clusterStage,
  deploy,
  manualCanary,
  serverScenario,
  serverStage,
} from "../support/related-bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

interface Identity {
  id: number;
  name: string;
}

describe("emulator: deploy projects, stages and scenarios", () => {
  const emulator = useEmulator();
  const settings = (change: object) => emulator.admin("PATCH", "/settings", change);
  const post = (path: string, body: object) => emulator.result<Identity>("POST", `${deploy}${path}`, body);
  const get = (path: string) => emulator.result<object>("GET", `${deploy}${path}`);
  const codeOf = async (method: string, path: string, body?: object) =>
    errorOf(await emulator.call(method, `${deploy}${path}`, body)).code;

  it("are made one in the other, and SourcePipeline sees them at once", async () => {
    const project = await post("", { name: "new" });
    const stage = await post(`/${project.id}/stage`, serverStage("dev"));
    const scenario = await post(`/${project.id}/stage/${stage.id}/scenario`, serverScenario("roll"));
    expect(await get(`?projectName=new`)).to.deep.equal({ projectList: [project] });
    const seen = await emulator.result("GET", `/api/v1/sourcedeploy/project/${project.id}/stage/${stage.id}/scenario`);
    expect(seen).to.deep.equal({
      scenarioList: [{ ...scenario, source: { type: "SourceBuild", target: { projectName: "shop-api" } } }],
    });
    const config = { projectId: project.id, stageId: stage.id, scenarioId: scenario.id };
    const task = { name: "deploy", type: "SourceDeploy", config };
    const made = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", { name: "p", tasks: [task] });
    expect(await emulator.result("GET", `/api/v1/project/${made.projectId}`)).to.deep.nested.include({
      "tasks[0].config.target": { type: "SourceBuild", name: "new", info: { projectName: "shop-api" } },
    });
  });

  it("say to SourcePipeline what they deploy: an object, manifests, or nothing yet", async () => {
    const cluster = await post("/12920/stage", clusterStage("cluster"));
    await post(`/12920/stage/${cluster.id}/scenario`, clusterScenario("apply"));
    const server = await post("/12920/stage", serverStage("server"));
    const object = { type: "ObjectStorage", ObjectStorage: { bucket: "shop-artifacts", object: "a/b.zip" } };
    await post(`/12920/stage/${server.id}/scenario`, serverScenario("object", { file: object }));
    await post(`/12920/stage/${server.id}/scenario`, serverScenario("later", { file: { type: "later" } }));
    const sources = async (stage: number) => {
      const path = `/api/v1/sourcedeploy/project/12920/stage/${stage}/scenario`;
      const { scenarioList } = await emulator.result<{ scenarioList: { source: object }[] }>("GET", path);
      return scenarioList.map(({ source }) => source);
    };
    expect(await sources(cluster.id)).to.deep.equal([
      { type: "KubernetesService", target: { manifest: ["deploy.yaml"] } },
    ]);
    expect(await sources(server.id)).to.deep.equal([
      { type: "SourceBuild", target: {} },
      { type: "ObjectStorage", target: { file: "shop-artifacts/a/b.zip" } },
    ]);
  });

  it("show a cluster by number and UUID, whichever was sent", async () => {
    const uuid = "00000000-0000-4000-8000-000000001001";
    for (const config of [{ clusterNo: 1001 }, { clusterUuid: uuid }]) {
      const { id } = await post("/12920/stage", { ...clusterStage(Object.keys(config)[0]!), config });
      expect(await get(`/12920/stage/${id}`)).to.deep.include({
        config: { clusterNo: 1001, clusterUuid: uuid, clusterName: "cluster-1" },
      });
    }
  });

  for (const key of ["clusterNo", "clusterUuid"]) {
    const other = key === "clusterNo" ? "clusterUuid" : "clusterNo";
    const values: Record<string, unknown> = { clusterNo: 1001, clusterUuid: "00000000-0000-4000-8000-000000001001" };

    it(`take and show ${key} alone when told so`, async () => {
      await settings({ clusterKey: key });
      const stage = (name: string) => ({ name: "c", type: "KubernetesService", config: { [name]: values[name] } });
      expect(await codeOf("POST", "/12920/stage", stage(other))).to.equal(330400);
      const { id } = await post("/12920/stage", stage(key));
      expect(await get(`/12920/stage/${id}`)).to.deep.include({
        config: { [key]: values[key], clusterName: "cluster-1" },
      });
    });
  }

  it("name servers that nobody knows after their numbers, and refuse them when told so", async () => {
    const { id } = await post("/12920/stage", { name: "new", type: "Server", config: { serverNo: [1001, 7] } });
    expect(await get(`/12920/stage/${id}`)).to.deep.include({
      config: { serverNo: [1001, 7], serverName: ["server-1", "server-7"] },
    });
    await settings({ unknownResources: "refused" });
    const unknown: [type: string, config: object][] = [
      ["Server", { serverNo: [1001, 7] }],
      ["AutoScalingGroup", { autoScalingGroupNo: 7 }],
      ["KubernetesService", { clusterNo: 7 }],
      ["ObjectStorage", { bucketName: "none" }],
    ];
    for (const [type, config] of unknown) {
      expect(await codeOf("POST", "/12920/stage", { name: "other", type, config }), type).to.equal(330400);
    }
  });

  it("rename a stage, or change its target, and keep the rest", async () => {
    const { scenarioList } = (await get("/12920/stage/14146/scenario")) as { scenarioList: object[] };
    expect(await emulator.result("PATCH", `${deploy}/12920/stage/14146`, { name: "test" })).to.deep.equal({
      id: 14146,
      name: "test",
    });
    await emulator.result("PATCH", `${deploy}/12920/stage/14146`, {
      type: "ObjectStorage",
      config: { bucketName: "shop-web" },
    });
    expect(await get("/12920/stage/14146")).to.deep.include({
      name: "test",
      type: "ObjectStorage",
      config: { bucketName: "shop-web" },
    });
    expect(await get("/12920/stage/14146/scenario")).to.deep.include({ scenarioList });
  });

  it("edit a scenario in parts: what is left out stays, but for what another strategy has no use for", async () => {
    const stage = await post("/12920/stage", clusterStage("cluster"));
    const path = `/12920/stage/${stage.id}/scenario`;
    const { id } = await post(path, { ...clusterScenario("new", manualCanary), description: "d" });
    await emulator.result("PATCH", `${deploy}${path}/${id}`, { config: { strategy: "rolling" } });
    const scenario = await get(`${path}/${id}`);
    expect(scenario).to.deep.include({ description: "d", type: "KubernetesService", ...clusterScenario("new") });
    expect(scenario).not.to.have.nested.property("config.canaryConfig");
    expect(await codeOf("PATCH", `${path}/${id}`, { config: { strategy: "normal" } })).to.equal(330900);
  });

  it("state a scenario anew when told that edits are whole", async () => {
    await settings({ patchDepth: "whole" });
    const path = "/12920/stage/14146/scenario/21001";
    expect(await codeOf("PATCH", path, { config: { strategy: "normal" } })).to.equal(330900);
    await emulator.result("PATCH", `${deploy}${path}`, {
      config: { strategy: "normal", file: { type: "later" }, rollback: true },
    });
    expect(await get(path)).to.deep.include({
      config: { strategy: "normal", file: { type: "later" }, rollback: true },
    });
  });

  it("are deleted with all that is in them, and pipelines keep the ids", async () => {
    const { projectId } = await emulator.result<{ projectId: number }>("POST", "/api/v1/project", pipelineBody("shop"));
    expect(await emulator.result("DELETE", `${deploy}/12920/stage/14146/scenario/21002`)).to.deep.equal({
      result: true,
    });
    expect(await emulator.result("DELETE", `${deploy}/12920/stage/14146`)).to.deep.equal({ result: true });
    expect(await emulator.result("DELETE", `${deploy}/12920`)).to.deep.equal({ result: true });
    expect(await codeOf("GET", "/12920/stage")).to.equal(330404);
    expect(await emulator.result("GET", `/api/v1/project/${projectId}`)).to.deep.nested.include({
      "tasks[1].config": { projectId: 12920, stageId: 14146, scenarioId: 21001, target: null },
    });
  });

  it("are kept while something is in them, or while a pipeline names them, when told so", async () => {
    await settings({ deleteWithContent: "refused" });
    expect(await codeOf("DELETE", "/12920")).to.equal(330409);
    expect(await codeOf("DELETE", "/12920/stage/14146")).to.equal(330409);
    await settings({ deleteWithContent: null, deleteInUse: "refused" });
    await emulator.result("POST", "/api/v1/project", pipelineBody("shop"));
    for (const path of ["/12920", "/12920/stage/14146", "/12920/stage/14146/scenario/21001"]) {
      expect(await codeOf("DELETE", path), path).to.equal(330409);
    }
    expect(await emulator.result("DELETE", `${deploy}/12920/stage/14147`)).to.deep.equal({ result: true });
  });

  it("may share their names when told so", async () => {
    await settings({ duplicateDeployNames: "allowed" });
    expect((await post("", { name: "shop" })).id).not.to.equal(12920);
    expect((await post("/12920/stage", serverStage("dev"))).id).not.to.equal(14146);
    expect((await post("/12920/stage/14146/scenario", serverScenario("rolling"))).id).not.to.equal(21001);
  });

  it("may share their names with those in another project or stage", async () => {
    const { id } = await post("", { name: "new" });
    expect((await post(`/${id}/stage`, serverStage("dev"))).name).to.equal("dev");
    const { scenarioList } = (await get("/12920/stage/14147/scenario")) as { scenarioList: Identity[] };
    expect(scenarioList.map(({ name }) => name)).to.include("rolling");
  });

  it("show only after a while when told so", async () => {
    await settings({ relatedDelayMs: 60_000 });
    const project = await post("", { name: "new" });
    const stage = await post("/12920/stage", serverStage("new"));
    const scenario = await post("/12920/stage/14146/scenario", serverScenario("new"));
    const hidden = async () => ({
      project: ((await get("")) as { projectList: Identity[] }).projectList.every(({ id }) => id !== project.id),
      stage: await codeOf("GET", `/12920/stage/${stage.id}`).catch(() => undefined),
      scenario: await codeOf("GET", `/12920/stage/14146/scenario/${scenario.id}`).catch(() => undefined),
    });
    expect(await hidden()).to.deep.equal({ project: true, stage: 330404, scenario: 330404 });
    await emulator.admin("POST", "/clock", { advanceMs: 60_000 });
    expect(await hidden()).to.deep.equal({ project: false, stage: undefined, scenario: undefined });
  });

  it("end their lists after 100 entries, and say nothing of it", async () => {
    for (let count = 0; count < 104; count++) await post("", { name: `project-${count}` });
    const list = async (query: string) => ((await get(query)) as { projectList: Identity[] }).projectList.length;
    expect([
      await list(""),
      await list("?pageNo=2"),
      await list("?pageSize=10"),
      await list("?projectName="),
    ]).to.deep.equal([100, 5, 10, 100]);
  });

  it("list branches as objects, when told so", async () => {
    await settings({ deployBranches: "objects" });
    expect(await emulator.result("GET", "/sourcedeploy/api/v1/sourcecommit/repository/shop-web/branch")).to.deep.equal({
      branchList: [{ name: "main" }],
    });
  });
});
