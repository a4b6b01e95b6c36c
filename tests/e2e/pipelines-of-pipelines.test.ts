import { expect } from "chai";
import { count, diagnostics } from "./support/output.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const tasks = '[{ name: "build", type: "SourceBuild", projectId: 20632 }]';

describe("pipelines that start others, on the real engine", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  beforeEach(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  it("are triggers as resources, ids and objects alike, in the first preview, the first update and later", async () => {
    sandbox.program(`
      const shop = new ncloud.Pipeline("shop", { name: "shop", tasks: ${tasks} });
      const more = new ncloud.Pipeline("more", { name: "more", tasks: ${tasks} });
      const web = new ncloud.Pipeline("web", { name: "web", tasks: ${tasks}, triggers: { pipelines: [shop, more.id] } });
      new ncloud.Pipeline("late", { name: "late", tasks: ${tasks}, triggers: { pipelines: pulumi.output([web.id]) } });`);
    const preview = await sandbox.pulumi("preview");
    expect(preview.code, preview.output).to.equal(0);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    const made = await service.pipelines();
    const idOf = (name: string): number | undefined => made.find((pipeline) => pipeline.name === name)?.id;
    const startersOf = (name: string): unknown =>
      made.find((pipeline) => pipeline.name === name)?.trigger["sourcepipeline"];
    expect(startersOf("web")).to.deep.equal([{ id: idOf("shop") }, { id: idOf("more") }]);
    expect(startersOf("late")).to.deep.equal([{ id: idOf("web") }]);
    expect((await sandbox.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
  });

  it("refuse a resource where an object belongs, before anything is made", async () => {
    sandbox.program(`
      const shop = new ncloud.Pipeline("shop", { tasks: ${tasks} });
      new ncloud.Pipeline("web", { tasks: ${tasks}, triggers: { repositories: [shop] } });`);
    for (const words of [["preview"], ["up", "--yes", "--skip-preview"]]) {
      const { code, output } = await sandbox.pulumi(...words);
      expect(code).to.not.equal(0);
      expect(output).to.contain("triggers.repositories[0]: Expected a repository trigger, got the id of a resource.");
    }
    expect(await service.pipelines()).to.deep.equal([]);
  });

  it("are said to be deleted elsewhere, and are made again with a refresh", async () => {
    sandbox.program(`
      const shop = new ncloud.Pipeline("shop", { name: "shop", tasks: ${tasks} });
      new ncloud.Pipeline("web", { name: "web", tasks: ${tasks}, triggers: { pipelines: [shop] } });
      new ncloud.PipelineRun("run", { pipelineId: shop.id, runOnCreate: false });`);
    const first = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(first.code, first.output).to.equal(0);
    await service.edit(() => []);
    const preview = await sandbox.pulumi("preview");
    expect(preview.code).to.not.equal(0);
    const told = diagnostics(preview.output);
    const gone = 'does not exist any more: it is Pipeline "shop" of this stack, and was deleted elsewhere.';
    expect(count(told, gone), told).to.equal(2);
    expect(count(told, '"pulumi up --refresh" makes it again'), told).to.equal(2);
    expect(told).to.not.contain("permissions");

    expect((await sandbox.pulumi("preview", "--refresh")).code).to.equal(0);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--refresh");
    expect(code, output).to.equal(0);
    expect((await service.pipelines()).map(({ name }) => name).sort()).to.deep.equal(["shop", "web"]);
  });
});
