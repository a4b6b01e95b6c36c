import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import * as ncloud from "../../../sdk/index.ts";
import { actAsEngine } from "./support/act-as-engine.ts";

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  (output as unknown as { promise: () => Promise<Value> }).promise();

/** What a failed look-up says. */
const saying = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    expect(pulumi.RunError.isInstance(error), String(error)).to.equal(true);
    expect((error as Error).stack).to.equal("");
    return (error as Error).message;
  }
  return expect.fail("It did not fail.");
};

describe("look-ups", () => {
  let emulator: Emulator;

  // One run of a program; outside of every run nothing is kept.
  before(() => actAsEngine());

  beforeEach(async () => {
    emulator = await createEmulator();
    pulumi.runtime.setAllConfig({
      "ncloud:endpoint": emulator.url,
      "ncloud:accessKey": emulator.accessKey,
      "ncloud:secretKey": emulator.secretKey,
    });
  });
  afterEach(async () => {
    await emulator.close();
    pulumi.runtime.setAllConfig({});
  });

  const asked = async (): Promise<string[]> =>
    (await emulator.admin.listRequests()).map(({ operation }) => String(operation));

  it("find each kind by name", async () => {
    expect(await ncloud.getRepository({ name: "shop-api" })).to.deep.equal({ name: "shop-api" });
    expect(await ncloud.getBranch({ repository: "shop-api", name: "develop" })).to.deep.equal({
      repository: "shop-api",
      name: "develop",
    });
    const build = await ncloud.getBuildProject({ name: "shop-api" });
    expect(build).to.deep.include({ name: "shop-api" }).and.have.nested.property("source.branch", "main");
    const project = await ncloud.getDeployProject({ name: "shop" });
    const stage = await ncloud.getDeployStage({ project: "shop", name: "prod" });
    expect(stage).to.deep.include({ name: "prod", projectId: project.id });
    const byName = await ncloud.getDeployScenario({ project: "shop", stage: "prod", name: "rolling" });
    const byId = await ncloud.getDeployScenario({ projectId: project.id, stageId: String(stage.id), name: "rolling" });
    expect(byName).to.deep.equal(byId);
    expect(byName).to.deep.include({ name: "rolling", projectId: project.id, stageId: stage.id });
    expect(await ncloud.getTimeZones()).to.include("Asia/Seoul (UTC+09:00)");
  });

  it("list what contains a text, whatever the case", async () => {
    expect((await ncloud.getRepositories()).length).to.be.greaterThan(1);
    expect((await ncloud.getRepositories({ search: "API" })).map(({ name }) => name)).to.deep.equal(["shop-api"]);
    expect((await ncloud.getBuildProjects({ search: "nothing" })).length).to.equal(0);
    expect((await ncloud.getDeployStages({ project: "shop" })).map(({ name }) => name)).to.include.members([
      "dev",
      "prod",
    ]);
    expect((await ncloud.getBranches({ repository: "shop-api" })).map(({ name }) => name)).to.include("main");
    expect(await ncloud.getPipelines()).to.deep.equal([]);
  });

  it("ask for each list once in a preview, however often and by whatever form", async () => {
    await actAsEngine({ isPreview: true });
    await Promise.all([
      ncloud.getBuildProject({ name: "shop-api" }),
      ncloud.getBuildProject({ name: "shop-web" }),
      ncloud.getBuildProjects(),
      valueOf(ncloud.getBuildProjectOutput({ name: pulumi.output("shop-api") })),
      valueOf(ncloud.getDeployScenarioOutput({ project: "shop", stage: "prod", name: "rolling" })),
      valueOf(ncloud.getDeployScenarioOutput({ project: "shop", stage: "prod", name: "blue-green" })),
    ]);
    expect((await asked()).sort()).to.deep.equal([
      "getBuildProjects",
      "getDeployProjects",
      "getDeployScenarios",
      "getDeployStages",
    ]);
  });

  it("tell the nearest names, without a stack", async () => {
    expect(await saying(ncloud.getBuildProject({ name: "shop-apy" }))).to.match(
      /^SourceBuild project "shop-apy" does not exist\. Did you mean "shop-api" \(id \d+\)/,
    );
    expect(await saying(ncloud.getDeployScenario({ project: "shop", stage: "production", name: "x" }))).to.contain(
      'Stage "production" does not exist in SourceDeploy project "shop". Existing: "prod"',
    );
    expect(await saying(ncloud.getDeployStages({} as never))).to.contain('Neither "project" nor "projectId" is given');
  });

  it("tell of a branch that nothing was pushed to its repository yet", async () => {
    const world = await emulator.admin.readState();
    await emulator.admin.writeState({
      ...world,
      repositories: [...(world.repositories ?? []), { name: "fresh", branches: [] }],
    });
    expect(await ncloud.getBranches({ repository: "fresh" })).to.deep.equal([]);
    expect(await saying(ncloud.getBranch({ repository: "fresh", name: "main" }))).to.equal(
      'Branch "main" does not exist in repository "fresh". Nothing was pushed there yet: push the branch first.',
    );
    expect(await saying(ncloud.getBranch({ repository: "shop-web", name: "mian" }))).to.equal(
      'Branch "mian" does not exist in repository "shop-web". Did you mean "main"?',
    );
  });

  it("tell all ids of a name that is not unique", async () => {
    const { buildProjects = [], ...world } = await emulator.admin.readState();
    const [first, ...rest] = buildProjects;
    await emulator.admin.writeState({
      ...world,
      buildProjects: [first!, ...rest.map((one) => ({ ...one, name: first!.name }))],
    });
    const message = await saying(ncloud.getBuildProject({ name: first!.name }));
    expect(message).to.contain("More than one SourceBuild project");
    for (const { id } of buildProjects) expect(message).to.contain(String(id));
  });

  it("show a pipeline and its runs", async () => {
    const tasks = [{ name: "build", type: "SourceBuild" as const, config: { projectId: 20632 }, linkedTasks: [] }];
    const world = await emulator.admin.readState();
    await emulator.admin.writeState({ ...world, pipelines: [{ id: 4242, name: "base", tasks }] });
    const byName = await ncloud.getPipeline({ name: "base" });
    expect(byName).to.deep.include({ id: 4242, name: "base" });
    expect(byName.tasks[0]).to.include({ name: "build", projectId: 20632 });
    expect(await ncloud.getPipeline({ id: "4242" })).to.deep.equal(byName);
    expect(await ncloud.getRuns({ pipelineId: 4242 })).to.deep.equal([]);
    expect(await saying(ncloud.getRun({ pipelineId: 4242, id: 1 }))).to.contain("get a run");
  });
});
