import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { readsOnly, serviceOf } from "./support/service.ts";

/** One pipeline through its whole life: each step starts from what the one before left. */
describe("a pipeline on the real engine", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  const shop = ({
    name = "shop",
    description = "Shop",
    branch = "main",
    days = '"MON", "FRI"',
    tasks = "",
  } = {}): string => `
    const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
    const rolling = ncloud.getDeployScenarioOutput({ project: "shop", stage: "prod", name: "rolling" });
    const pipeline = new ncloud.Pipeline("shop", {
      name: "${name}",
      description: "${description}",
      tasks: [
        { name: "build", type: "SourceBuild", projectId: build.id, branch: "${branch}" },
        { name: "deploy", type: "SourceDeploy", projectId: rolling.projectId, stageId: rolling.stageId, scenarioId: rolling.id, linkedTasks: ["build"] },
        ${tasks}
      ],
      triggers: {
        repositories: [{ name: "shop-api", branch: "main" }],
        schedules: [{ days: [${days}], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }],
      },
    });
    module.exports = { id: pipeline.id, name: pipeline.name, taskIds: pipeline.taskIds, targets: pipeline.resolvedTargets };`;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  it("is created with one POST and one GET", async () => {
    sandbox.program(shop());
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);

    const [pipeline, ...others] = await service.pipelines();
    expect(others).to.deep.equal([]);
    expect(pipeline).to.deep.include({ name: "shop", description: "Shop" });
    expect(pipeline?.tasks.map(({ name, linkedTasks }) => [name, linkedTasks])).to.deep.equal([
      ["build", []],
      ["deploy", ["build"]],
    ]);
    expect(pipeline?.trigger["schedule"]).to.deep.equal([
      { day: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", scheduleOnlyWithChange: true },
    ]);
    const changing = (await service.calls()).filter((name) => !name.startsWith("get") || name === "getProject");
    expect(changing).to.deep.equal(["createProject", "getProject"]);
  });

  it("gives the program its id, its task ids and its targets", async () => {
    const outputs = JSON.parse((await sandbox.pulumi("stack", "output", "--json")).stdout) as Record<string, unknown>;
    const [pipeline] = await service.pipelines();
    expect(outputs["id"]).to.equal(String(pipeline?.id));
    expect(outputs["taskIds"]).to.have.all.keys("build", "deploy");
    expect(outputs["targets"]).to.have.nested.property("build.repository", "shop-api");
    // What the program says itself is not repeated: it may be a secret.
    expect(outputs["targets"]).to.not.have.nested.property("build.branch");
  });

  it("is left alone by a preview without changes, which only reads", async () => {
    await service.calls();
    const { code, output } = await sandbox.pulumi("preview", "--expect-no-changes");
    expect(code, output).to.equal(0);
    expect(await service.calls()).to.satisfy(readsOnly);
  });

  it("takes the same program in another spelling for the same pipeline", async () => {
    sandbox.program(shop({ days: '"FRI", "MON"' }).replace("projectId: build.id", "projectId: build.id.apply(String)"));
    const { code, output } = await sandbox.pulumi("preview", "--expect-no-changes");
    expect(code, output).to.equal(0);
  });

  it("is updated in place: description, tasks and triggers", async () => {
    const [before] = await service.pipelines();
    sandbox.program(
      shop({
        description: "Shop, tested",
        branch: "develop",
        days: '"SUN"',
        tasks: '{ name: "again", type: "SourceBuild", projectId: build.id, linkedTasks: ["deploy"] },',
      }),
    );
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code, output).to.equal(0);
    expect(output).to.contain("description").and.contain("tasks").and.contain("triggers");

    const [after, ...others] = await service.pipelines();
    expect(others).to.deep.equal([]);
    expect(after?.id).to.equal(before?.id);
    expect(after?.description).to.equal("Shop, tested");
    expect(after?.tasks.map(({ name }) => name)).to.deep.equal(["build", "deploy", "again"]);
    expect(after?.tasks[2]?.config).to.not.have.nested.property("target.info.branch");
    expect(after?.trigger["schedule"]).to.have.nested.property("[0].day").deep.equal(["SUN"]);
  });

  it("is replaced by a rename, the new one before the old", async () => {
    const [before] = await service.pipelines();
    sandbox.program(shop({ name: "shop-2" }));
    await service.calls();
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);

    const [after, ...others] = await service.pipelines();
    expect(others).to.deep.equal([]);
    expect(after).to.include({ name: "shop-2" });
    expect(after?.id).to.not.equal(before?.id);
    const changing = (await service.calls()).filter((name) => !name.startsWith("get"));
    expect(changing).to.deep.equal(["createProject", "deleteProject"]);
  });

  it("shows drift with the changed property, and a refresh preview exits with 7", async () => {
    await service.edit((pipelines) => pipelines.map((pipeline) => ({ ...pipeline, description: "edited by hand" })));
    const preview = await sandbox.pulumi("preview", "--refresh", "--diff");
    expect(preview.output).to.contain("description").and.contain("edited by hand");

    const refresh = await sandbox.pulumi("refresh", "--preview-only", "--expect-no-changes");
    expect(refresh.code, refresh.output).to.equal(7);
  });

  it("shows a trigger that somebody added, although the program has others", async () => {
    await service.edit((pipelines) =>
      pipelines.map((pipeline) => ({
        ...pipeline,
        description: "Shop",
        trigger: { ...pipeline.trigger, repository: [{ type: "sourcecommit", name: "shop-web", branch: "main" }] },
      })),
    );
    const { code, output } = await sandbox.pulumi("up", "--yes", "--refresh");
    expect(code, output).to.equal(0);
    const [pipeline] = await service.pipelines();
    expect(pipeline?.trigger["repository"]).to.have.nested.property("[0].name", "shop-api");
  });

  it("is recreated once when somebody deleted it", async () => {
    await service.edit(() => []);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--refresh");
    expect(code, output).to.equal(0);
    expect(await service.pipelines()).to.have.length(1);
    expect((await sandbox.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
  });

  it("leaves nothing behind when it is destroyed", async () => {
    const { code, output } = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    expect(await service.pipelines()).to.deep.equal([]);
  });

  it("is named after the resource, the same in every run, when the program gives no name", async () => {
    sandbox.program(`new ncloud.Pipeline("Näme of pipeline that is far too long for the service", {
      tasks: [{ name: "build", type: "SourceBuild", projectId: ncloud.getBuildProjectOutput({ name: "shop-web" }).id }],
    });`);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    const [pipeline] = await service.pipelines();
    expect(pipeline?.name).to.match(/^[A-Za-z0-9_-]{1,22}-[0-9a-f]{7}$/);
    expect((await sandbox.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
  });
});
