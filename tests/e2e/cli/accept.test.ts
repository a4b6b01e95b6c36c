import { expect } from "chai";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

describe("sourcepipeline drift --accept", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let folder: string;
  let cli: ReturnType<typeof cliOf>;
  const run = (command: string, ...words: string[]) =>
    runCommand(command, words, { cwd: folder, env: sandbox.environment });

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
    const state = await service.admin<object>("GET", "state");
    const task = { name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] };
    const pipelines = ["edited", "deleted", "replaced", "referenced"].map((name, index) => ({
      id: index + 1,
      name,
      tasks: [{ ...task, config: { projectId: name === "referenced" ? 20633 : 20632 } }],
    }));
    await service.admin("PUT", "state", { ...state, pipelines });

    folder = join(sandbox.folder, "shop");
    cli = cliOf({ ...sandbox, folder });
    expect((await cliOf(sandbox)("export", "--all", "--out", "shop")).code).to.equal(0);
    await run("pulumi", "stack", "init", "dev");
    const words = ["--file", "import.json", "--generate-code=false", "--protect=false", "--yes"];
    const imported = await run("pulumi", "import", ...words);
    expect(imported.code, imported.output).to.equal(0);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  it("prints nothing when there is no drift", async () => {
    const { code, output } = await cli("drift", "--accept");
    expect(output).to.equal("");
    expect(code).to.equal(0);
  });

  it("prints a patch with which the program declares what the account has", async () => {
    await service.edit((pipelines) =>
      pipelines
        .filter(({ name }) => name !== "deleted")
        .map((pipeline) => (pipeline.name === "edited" ? edited(pipeline) : pipeline))
        .map((pipeline) => (pipeline.name === "replaced" ? { ...pipeline, id: 99, description: "new" } : pipeline)),
    );
    const state = await service.admin<{ buildProjects: { name: string; source: object }[] }>("GET", "state");
    const buildProjects = state.buildProjects.map((project) =>
      project.name === "shop-web" ? { ...project, source: { ...project.source, repository: "shop-api" } } : project,
    );
    await service.admin("PUT", "state", { ...state, buildProjects });
    await service.calls();

    const file = join(folder, "pipelines", "edited.json");
    const silence = { NCSP303: "the other branch is built by hand" };
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, "utf8")) as object), silence }));

    const { code, output, stdout } = await cli("drift", "--accept");
    expect(code, output).to.equal(0);
    expect(stdout.match(/^(---|\+\+\+) .*/gm)).to.deep.equal([
      "--- a/pipelines/deleted.json",
      "+++ /dev/null",
      "--- a/pipelines/edited.json",
      "+++ b/pipelines/edited.json",
      "--- a/pipelines/replaced.json",
      "+++ b/pipelines/replaced.json",
    ]);
    writeFileSync(join(folder, "accept.patch"), stdout);
    const applied = await run("git", "apply", "accept.patch");
    expect(applied.code, applied.output).to.equal(0);
    expect(await service.calls()).to.satisfy(readsOnly);

    expect(readdirSync(join(folder, "pipelines"))).to.deep.equal(["edited.json", "referenced.json", "replaced.json"]);
    expect(JSON.parse(readFileSync(join(folder, "pipelines", "edited.json"), "utf8"))).to.deep.equal({
      $schema: "../node_modules/pulumi-ncloud-sourcepipeline/docs/pipeline.schema.json",
      name: "edited",
      description: "by hand",
      tasks: [{ name: "build", type: "SourceBuild", project: "shop-web", branch: "develop" }],
      triggers: { pipelines: [{ name: "referenced" }] },
      silence,
    });
  });

  it("is accepted by the next update, which changes nothing in the account", async () => {
    const before = await service.pipelines();
    const up = await run("pulumi", "up", "--yes", "--skip-preview", "--refresh");
    expect(up.code, up.output).to.equal(0);
    expect(await service.calls()).to.satisfy(readsOnly);
    expect(await service.pipelines()).to.deep.equal(before);
    expect((await cli("drift")).output).to.equal("Stack dev: no drift (3 pipelines).\n");
  });

  it("is not needed to take a drift back", async () => {
    await service.edit((pipelines) => pipelines.map((pipeline) => ({ ...pipeline, description: "by hand again" })));
    expect((await cli("drift")).code).to.equal(7);
    expect((await run("pulumi", "up", "--yes", "--skip-preview", "--refresh")).code).to.equal(0);
    expect((await cli("drift")).code).to.equal(0);
    expect((await service.pipelines()).map(({ description }) => description).sort()).to.deep.equal([
      "",
      "by hand",
      "new",
    ]);
  });

  it("takes a pipeline that was deleted out of those that it started, and the program stays right", async () => {
    await service.edit((pipelines) => pipelines.filter(({ name }) => name !== "referenced"));
    const { code, output, stdout } = await cli("drift", "--accept");
    expect(code, output).to.equal(0);
    writeFileSync(join(folder, "accept.patch"), stdout);
    expect((await run("git", "apply", "accept.patch")).code).to.equal(0);
    expect(readdirSync(join(folder, "pipelines"))).to.deep.equal(["edited.json", "replaced.json"]);
    expect(readFileSync(join(folder, "pipelines", "edited.json"), "utf8")).to.not.contain("triggers");
    const up = await run("pulumi", "up", "--yes", "--skip-preview", "--refresh");
    expect(up.code, up.output).to.equal(0);
    const triggers = (await service.pipelines()).map(({ trigger }) => trigger.sourcepipeline);
    expect(triggers).to.deep.equal([[], []]);
  });

  it("fails when a program keeps no data files", async () => {
    await service.edit((pipelines) => pipelines.map((pipeline) => ({ ...pipeline, description: "once more" })));
    const { code, output, stdout } = await cli("drift", "--accept", "--data", "elsewhere");
    expect(code).to.equal(1);
    expect(stdout).to.equal("");
    expect(output).to.match(/^Pipeline "edited" has no file elsewhere\/edited\.json: .*\n$/);
  });
});

const edited = <Pipeline extends { trigger: object; tasks: object[] }>(pipeline: Pipeline): Pipeline => ({
  ...pipeline,
  description: "by hand",
  tasks: pipeline.tasks.map((task) => ({
    ...task,
    config: { projectId: 20633, target: { info: { branch: "develop" } } },
  })),
  trigger: { ...pipeline.trigger, sourcepipeline: [{ id: 4 }] },
});
