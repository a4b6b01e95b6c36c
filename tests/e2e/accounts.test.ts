import { expect } from "chai";
import { createEmulator } from "../../emulator/index.ts";
import { createSandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

describe("several accounts and pipelines that are not managed here", function () {
  this.timeout(60_000);

  it("one program has pipelines and look-ups in two accounts", async () => {
    await using sandbox = await createSandbox();
    await using other = await createEmulator({
      accessKey: "SECOND-ACCESS-KEY",
      secretKey: "SECOND-SECRET-KEY",
      seed: {
        buildProjects: [
          { id: 777, name: "only-there", source: { type: "SourceCommit", repository: "r", branch: "main" } },
        ],
      },
    });
    sandbox.program(`
      const second = new ncloud.Provider("second", {
        endpoint: "${other.url}", accessKey: "SECOND-ACCESS-KEY", secretKey: pulumi.secret("SECOND-SECRET-KEY"),
      });
      const here = ncloud.getBuildProjectOutput({ name: "shop-api" });
      const there = ncloud.getBuildProjectOutput({ name: "only-there" }, { provider: second });
      new ncloud.Pipeline("here", { name: "here", tasks: [{ name: "build", type: "SourceBuild", projectId: here.id }] });
      new ncloud.Pipeline("there", {
        name: "there", tasks: [{ name: "build", type: "SourceBuild", projectId: there.id }],
      }, { provider: second });`);
    const up = await sandbox.pulumi("up", "--yes");
    expect(up.code, up.output).to.equal(0);

    const [first] = await serviceOf(sandbox.emulator).pipelines();
    const [second] = await serviceOf(other).pipelines();
    expect([first?.name, second?.name]).to.deep.equal(["here", "there"]);
    expect(second?.tasks[0]?.config).to.include({ projectId: 777 });

    expect((await sandbox.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
    expect((await sandbox.pulumi("refresh", "--yes", "--expect-no-changes")).code).to.equal(0);

    const { stdout: state } = await sandbox.pulumi("stack", "export");
    expect(state).to.not.contain("SECOND-SECRET-KEY").and.not.contain("SECOND-ACCESS-KEY");

    expect((await sandbox.pulumi("destroy", "--yes", "--skip-preview")).code).to.equal(0);
    expect(await serviceOf(other).pipelines()).to.deep.equal([]);
  });

  it("an explicit provider takes what it is not given from the stack's configuration", async () => {
    await using sandbox = await createSandbox();
    const { emulator, environment, pulumi } = sandbox;
    await pulumi("config", "set", "ncloud:endpoint", emulator.url);
    await pulumi("config", "set", "ncloud:accessKey", emulator.accessKey);
    await pulumi("config", "set", "--secret", "ncloud:secretKey", emulator.secretKey);
    for (const name of ["NCLOUD_API_GW", "NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY"]) environment[name] = "";
    sandbox.program(`
      const singapore = new ncloud.Provider("singapore", { region: "SGN" });
      const build = ncloud.getBuildProjectOutput({ name: "shop-api" }, { provider: singapore });
      const pipeline = new ncloud.Pipeline("shop", {
        tasks: [{ name: "build", type: "SourceBuild", projectId: build.id }],
      }, { provider: singapore });
      module.exports = { region: pipeline.region };`);
    const up = await pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
    expect((await pulumi("stack", "output", "region")).stdout.trim()).to.equal("SGN");
    const { stdout: state } = await pulumi("stack", "export");
    expect(state).to.not.contain(emulator.secretKey);
  });

  it("Pipeline.get reads a pipeline that is managed elsewhere, and never changes it", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    const seed = await service.admin<object>("GET", "state");
    const tasks = [{ name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] }];
    const base = { id: 4242, name: "base", description: "Theirs", tasks, trigger: {} };
    await service.admin("PUT", "state", { ...seed, pipelines: [base] });
    sandbox.program(`
      const base = ncloud.Pipeline.get("base", "4242");
      new ncloud.Pipeline("after", {
        name: "after",
        tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
        triggers: { pipelines: [{ id: base.id }] },
      });
      module.exports = { name: base.name, tasks: base.tasks, description: base.description };`);
    const up = await sandbox.pulumi("up", "--yes");
    expect(up.code, up.output).to.equal(0);
    const outputs = JSON.parse((await sandbox.pulumi("stack", "output", "--json")).stdout) as Record<string, unknown>;
    expect(outputs).to.deep.include({ name: "base", description: "Theirs" });
    expect(outputs["tasks"]).to.have.nested.property("[0].projectId", 20632);

    const pipelines = await service.pipelines();
    expect(pipelines.find(({ name }) => name === "after")?.trigger["sourcepipeline"]).to.deep.equal([{ id: 4242 }]);
    const down = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
    expect(down.code, down.output).to.equal(0);
    expect((await service.pipelines()).map(({ name }) => name)).to.deep.equal(["base"]);
  });

  it("Pipeline.get of a pipeline that does not exist fails, and says so", async () => {
    await using sandbox = await createSandbox();
    sandbox.program('module.exports = { name: ncloud.Pipeline.get("base", "99999").name };');
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.not.equal(0);
    expect(output).to.contain("There is no pipeline with id 99999");
  });
});
