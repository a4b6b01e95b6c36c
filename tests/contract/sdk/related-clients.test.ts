// The client loads the tables, and zod with them, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { expect } from "chai";
import { operationNames as buildNames } from "../../../provider/services/sourcebuild/api/operation-names.ts";
import { operationNames as commitNames } from "../../../provider/services/sourcecommit/api/operation-names.ts";
import { operationNames as deployNames } from "../../../provider/services/sourcedeploy/api/operation-names.ts";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import type { SettingsChange } from "../../../emulator/index.ts";
import {
  createClient,
  isServiceError,
  listAllOf,
  type ServiceClients,
  type ServiceError,
} from "../../../sdk/client/client.ts";
import { buildBody, clusterStage, serverScenario } from "../emulator/support/related-bodies.ts";

const body = buildBody("new") as Parameters<ServiceClients["sourceBuild"]["createProject"]>[0]["body"];

describe("the clients of related services", () => {
  let emulator: Emulator;
  let client: ServiceClients;
  beforeEach(async () => {
    emulator = await createEmulator({ speed: 0 });
    const { url: endpoint, accessKey, secretKey } = emulator;
    client = createClient({ endpoint, accessKey, secretKey, environment: {} });
  });
  afterEach(() => emulator.close());

  const failureOf = async (call: Promise<unknown>): Promise<ServiceError> => {
    const error: unknown = await call.catch((reason: unknown) => reason);
    if (!isServiceError(error)) throw new Error("It did not fail.");
    return error;
  };

  it("have a method for each operation, beside those of SourcePipeline", () => {
    expect(Object.keys(client.sourceCommit)).to.deep.equal([...commitNames]);
    expect(Object.keys(client.sourceBuild)).to.deep.equal([...buildNames]);
    expect(Object.keys(client.sourceDeploy)).to.deep.equal([...deployNames]);
    expect(client.getProjects).to.be.a("function");
  });

  const hosts: [options: object, service: "sourceCommit" | "sourceBuild" | "sourceDeploy", host: string][] = [
    [{}, "sourceCommit", "sourcecommit.apigw.ntruss.com"],
    [{ site: "gov" }, "sourceBuild", "sourcebuild.apigw.gov-ntruss.com"],
    [{ platform: "classic" }, "sourceDeploy", "sourcedeploy.apigw.ntruss.com"],
    [{ site: "fin" }, "sourceDeploy", "vpcsourcedeploy.apigw.fin-ntruss.com"],
  ];
  for (const [options, service, host] of hosts) {
    it(`ask ${host} for ${service} with ${JSON.stringify(options)}`, async () => {
      const keys = { accessKey: "AK", secretKey: "SK" };
      const away = createClient({ ...keys, ...options, signal: AbortSignal.abort() });
      const lists = {
        sourceCommit: () => away.sourceCommit.getRepositories({}),
        sourceBuild: () => away.sourceBuild.getProjects({}),
        sourceDeploy: () => away.sourceDeploy.getProjects({}),
      };
      expect((await failureOf(lists[service]())).message).to.contain(` ${host}`);
    });
  }

  /** The whole life of one thing of each kind, as a client sees it. */
  const live = async () => {
    const { sourceCommit, sourceBuild, sourceDeploy } = client;
    expect(await sourceCommit.createRepository({ body: { name: "new", description: "d" } })).to.equal(true);
    const repository = await sourceCommit.getRepository({ repositoryName: "new" });
    expect(repository).to.include({ name: "new", description: "d" });
    expect(await sourceCommit.changeRepository({ repositoryId: repository.id, body: { description: "e" } })).to.equal(
      true,
    );
    expect((await sourceCommit.getRepositoryById({ repositoryId: repository.id })).description).to.equal("e");

    const project = await sourceBuild.createProject({ body });
    const detail = await sourceBuild.getProject({ projectId: project.id });
    expect(detail).to.deep.include({ name: "new", description: "" });
    expect(detail.env.envVars).to.deep.equal([]);
    expect(detail.lastBuild?.id).to.equal(undefined);
    const { buildId } = await sourceBuild.startBuild({ projectId: project.id });
    const { history } = await sourceBuild.getBuildHistory({ projectId: project.id });
    expect(history[0]).to.include({ buildId, status: "prepare" });
    expect([undefined, 0]).to.include(history[0]!.end);
    expect(await sourceBuild.cancelBuild({ projectId: project.id, body: { buildId } })).to.deep.equal({ result: true });

    const { id: projectId } = await sourceDeploy.createProject({ body: { name: "new" } });
    const target = { type: "Server" as const, config: { serverNo: [1001] } };
    const stage = await sourceDeploy.createStage({ projectId, body: { name: "dev", ...target } });
    expect((await sourceDeploy.getStage({ projectId, stageId: stage.id })).config?.serverName).to.deep.equal([
      "server-1",
    ]);
    const { config } = serverScenario("roll", { file: { type: "later" } });
    type Config = Parameters<typeof sourceDeploy.createScenario>[0]["body"]["config"];
    const of = { projectId, stageId: stage.id };
    const scenario = await sourceDeploy.createScenario({ ...of, body: { name: "roll", config: config as Config } });
    const path = { ...of, scenarioId: scenario.id };
    expect(await sourceDeploy.getScenario(path)).to.include({ type: "Server", description: "" });
    const { historyId } = await sourceDeploy.deploy(path);
    expect((await sourceDeploy.getHistory({ projectId, historyId })).config[0]?.targets).to.have.length(1);
    expect((await sourceDeploy.getHistories({ projectId })).historyList[0]?.id).to.equal(historyId);
    await sourceDeploy.cancelDeploy({ projectId, historyId });
    await sourceDeploy.deleteScenario(path);
    await sourceDeploy.deleteStage(of);
    expect(await sourceDeploy.deleteProject({ projectId })).to.deep.equal({ result: true });
    expect(await sourceBuild.deleteProject({ projectId: project.id })).to.deep.equal({ result: true });
    expect(await sourceCommit.deleteRepository({ repositoryId: repository.id })).to.equal(true);
  };

  const changes: SettingsChange[] = [
    {},
    { createStatus: 201, deleteStatus: 204 },
    { unsetValues: "null" },
    { unsetValues: "absent" },
    { runningEnd: "absent", timeUnit: "s" },
    { runningEnd: "zero" },
    { historyConfig: "list" },
    { patchDepth: "groups" },
    { patchDepth: "whole" },
    { patchOmission: "clears" },
    { errorCodeAs: "string" },
    { repositoryByIdOrName: "name" },
    { duplicateDeployNames: "allowed", deleteInUse: "refused", deleteWithContent: "refused" },
    { unknownResources: "refused", defaultBuildTimeout: 5 },
    { listCap: 20 },
  ];
  for (const change of changes) {
    it(`make, read, change, run and delete one of each with ${JSON.stringify(change)}`, async () => {
      await emulator.admin.changeSettings(change);
      await live();
    });
  }

  for (const deployBranches of ["names", "objects"] as const) {
    it(`read the branches of SourceDeploy as ${deployBranches}`, async () => {
      await emulator.admin.changeSettings({ deployBranches });
      const { branchList } = await client.sourceDeploy.getSourceCommitBranches({ repositoryName: "shop-api" });
      expect(branchList).to.deep.equal([{ name: "main" }, { name: "develop" }]);
    });
  }

  for (const clusterKey of ["both", "clusterNo", "clusterUuid"] as const) {
    it(`read a cluster by ${clusterKey}`, async () => {
      await emulator.admin.changeSettings({ clusterKey });
      const config = { clusterNo: 1001, clusterUuid: "00000000-0000-4000-8000-000000001001" };
      const stage = { ...clusterStage("c"), type: "KubernetesService", config } as const;
      const { id } = await client.sourceDeploy.createStage({ projectId: 12920, body: stage });
      const detail = await client.sourceDeploy.getStage({ projectId: 12920, stageId: id });
      const { clusterNo, clusterUuid, clusterName } = detail.config ?? {};
      expect(clusterName).to.equal("cluster-1");
      expect([clusterNo, clusterUuid].filter((key) => key !== undefined)).to.have.length(clusterKey === "both" ? 2 : 1);
    });
  }

  const failures: [what: string, call: () => Promise<unknown>, category: string, code: string, hint: string][] = [
    [
      "a missing repository",
      () => client.sourceCommit.getRepository({ repositoryName: "none" }),
      "notFound",
      "310404",
      "Check the name",
    ],
    [
      "a taken name of a repository",
      () => client.sourceCommit.createRepository({ body: { name: "shop-api" } }),
      "conflict",
      "310405",
      "Choose another name.",
    ],
    [
      "a wrong repository",
      () => client.sourceCommit.createRepository({ body: { name: "a b" } }),
      "validation",
      "310400",
      "Correct",
    ],
    [
      "a missing build project",
      () => client.sourceBuild.getProject({ projectId: 1 }),
      "notFound",
      "320404",
      "Check the name",
    ],
    [
      "a taken name of a build project",
      () => client.sourceBuild.createProject({ body: { ...body, name: "shop-api" } }),
      "conflict",
      "320405",
      "Choose another name.",
    ],
    [
      "a repository that cannot be resolved",
      () =>
        client.sourceBuild.createProject({
          body: { ...body, source: { type: "SourceCommit", config: { repository: "none", branch: "m" } } },
        }),
      "validation",
      "320610",
      "Correct",
    ],
    [
      "a missing stage",
      () => client.sourceDeploy.getStage({ projectId: 12920, stageId: 1 }),
      "notFound",
      "330404",
      "Check the name",
    ],
    [
      "a taken name of a deploy project",
      () => client.sourceDeploy.createProject({ body: { name: "shop" } }),
      "conflict",
      "330405",
      "Choose another name.",
    ],
    [
      "a scenario of the wrong shape",
      () =>
        client.sourceDeploy.createScenario({
          projectId: 12920,
          stageId: 14146,
          body: { name: "x", config: { strategy: "canary" } },
        }),
      "validation",
      "330900",
      "Correct",
    ],
  ];
  for (const [what, call, category, code, hint] of failures) {
    for (const change of [{}, { errorCodeAs: "string" }, { errorInsideOk: true }] as const) {
      it(`call ${what} ${category}, with ${JSON.stringify(change)}`, async () => {
        await emulator.admin.changeSettings(change);
        const error = await failureOf(call());
        expect(error).to.include({ category, serviceCode: code });
        expect(error.message).to.contain(hint);
      });
    }
  }

  for (const missing of ["400-340404", "404-340404", "400-string"] as const) {
    it(`see that something is missing when it is written as ${missing}`, async () => {
      await emulator.admin.changeSettings({ missing });
      expect((await failureOf(client.sourceBuild.getProject({ projectId: 1 }))).category).to.equal("notFound");
    });
  }

  it("read a whole list of SourceDeploy, which ends its own after 100 entries", async () => {
    for (let count = 0; count < 104; count++) {
      await client.sourceDeploy.createProject({ body: { name: `project-${String(count)}` } });
    }
    const projects = await listAllOf(client, "sourceDeploy", "getProjects", {});
    expect(new Set(projects.map(({ name }) => name)).size).to.equal(105);
    expect(await listAllOf(client, "sourceDeploy", "getStages", { projectId: 12920, search: "prod" })).to.deep.equal([
      { id: 14147, name: "prod" },
    ]);
  });

  it("read a whole list of the others, also of what has neither id nor name", async () => {
    for (let count = 0; count < 3; count++) await client.sourceBuild.startBuild({ projectId: 20632 });
    const builds = await listAllOf(client, "sourceBuild", "getBuildHistory", { projectId: 20632 });
    expect(builds).to.have.length(3);
    const branches = await listAllOf(client, "sourceCommit", "getBranches", { repositoryName: "shop-api" });
    expect(branches).to.deep.equal(["main", "develop"]);
  });

  it("do not send a create again whose response was lost", async () => {
    await emulator.admin.addFaults([
      { operation: "sourcebuild.createProject", when: "after", kind: "reset", times: 1 },
    ]);
    expect((await failureOf(client.sourceBuild.createProject({ body }))).effect).to.equal("unknown");
    const { project } = await client.sourceBuild.getProjects({ search: "new" });
    expect(project).to.have.length(1);
  });

  it("send a read again, and a deletion, whose responses were lost", async () => {
    await emulator.admin.addFaults([
      { operation: "sourcedeploy.getProjects", kind: "reset", times: 1 },
      { operation: "sourcecommit.deleteRepository", when: "before", kind: "reset", times: 1 },
    ]);
    expect((await client.sourceDeploy.getProjects({})).projectList).to.have.length(1);
    expect(await client.sourceCommit.deleteRepository({ repositoryId: 104212 })).to.equal(true);
  });
});
