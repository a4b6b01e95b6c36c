import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { actAsEngine } from "../../contract/sdk/support/act-as-engine.ts";
import { buildTask, deployTask } from "../../../sdk/builders/tasks.ts";

/** The value of an output whose parts are all known. */
const valueOf = async (value: unknown): Promise<unknown> =>
  (pulumi.output(value) as unknown as { promise(): Promise<unknown> }).promise();

describe("tasks by name", () => {
  let emulator: Emulator;
  before(async () => {
    await actAsEngine();
    emulator = await createEmulator({ speed: 0 });
    const { url, accessKey, secretKey } = emulator;
    const settings = { endpoint: url, accessKey, secretKey };
    pulumi.runtime.setAllConfig(
      Object.fromEntries(Object.entries(settings).map(([key, value]) => [`ncloud:${key}`, value])),
    );
  });
  after(async () => {
    pulumi.runtime.setAllConfig({});
    await emulator.close();
  });

  it("build the project of a name", async () => {
    expect(await valueOf(buildTask("build", { project: "shop-api", branch: "main" }))).to.deep.equal({
      name: "build",
      type: "SourceBuild",
      projectId: 20632,
      branch: "main",
    });
  });

  it("say which argument was mistyped, and that the name comes first", () => {
    expect(() => buildTask("b", { projet: "shop-api" } as never)).to.throw(
      'buildTask("b"), project: Required property "project" is missing. "projet" is unknown. Did you mean "project"? [NCSP003]',
    );
    expect(() => deployTask("d", { project: "shop", stag: "prod", scenario: "rolling" } as never)).to.throw(
      '"stag" is unknown. Did you mean "stage"?',
    );
    expect(() => buildTask("b", { branch: "main" } as never)).to.throw("Give its name.");
    const swapped = { name: "b", project: "shop-api" } as never;
    expect(() => buildTask(swapped, undefined as never)).to.throw(
      "buildTask: Expected the name of the task, got an object. Give the name first",
    );
  });

  it("deploy with the scenario of a name, after other tasks", async () => {
    const build = buildTask("build", { project: pulumi.output("shop-api") });
    const scenario = { project: "shop", stage: "prod", scenario: "rolling" };
    const deploy = deployTask("deploy", { ...scenario, linkedTasks: [build, "test"] });
    expect(deploy.linkedTasks).to.deep.equal([build, "test"]);
    const { name, type, projectId, stageId, scenarioId } = deploy;
    expect(await valueOf({ name, type, projectId, stageId, scenarioId })).to.deep.equal({
      name: "deploy",
      type: "SourceDeploy",
      projectId: 12920,
      stageId: 14147,
      scenarioId: 21003,
    });
  });

  it("say which name was meant when there is none", async () => {
    const { projectId } = buildTask("build", { project: "shop-apy" });
    const failure = await valueOf(projectId).catch((error: unknown) => error);
    expect((failure as Error).message).to.include(
      'SourceBuild project "shop-apy" does not exist. Did you mean "shop-api"',
    );
  });
});
