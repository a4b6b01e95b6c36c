import { expect } from "chai";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DriftReport } from "../../../cli/drift/drift-report.ts";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

describe("sourcepipeline drift, of a stack with secrets and in the surroundings of a CI", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let cli: ReturnType<typeof cliOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
    cli = cliOf(sandbox);
    Object.assign(sandbox.environment, { PULUMI_SKIP_CONFIRMATIONS: "true", PULUMI_OPTION_YES: "true" });
    sandbox.program(`
      const build = (branch) => [{ name: "build", type: "SourceBuild", projectId: 20632, branch }];
      const args = (name, branch) => ({ name, description: "Shop", tasks: build(branch) });
      new ncloud.Pipeline("described", { ...args("described"), description: pulumi.secret("hush") });
      new ncloud.Pipeline("built", args("built", pulumi.secret("develop")));
      new ncloud.Pipeline("triggered", {
        ...args("triggered"),
        triggers: { repositories: [{ name: "shop-api", branch: pulumi.secret("develop") }] },
      });
      new ncloud.Pipeline("ignored", args("ignored"), { ignoreChanges: ["description"] });
      ncloud.Pipeline.get("read", new ncloud.Pipeline("base", args("base")).id);`);
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  it("finds nothing in a clean stack, with the program and without", async () => {
    for (const words of [[], ["--run-program"]]) {
      const { code, output } = await cli("drift", ...words);
      expect(output).to.equal("Stack test: no drift (5 pipelines).\n");
      expect(code).to.equal(0);
    }
  });

  it("reads the stack of another folder, with -C or --cwd, before or behind the command", async () => {
    const elsewhere = cliOf({ ...sandbox, folder: dirname(sandbox.folder) });
    for (const words of [
      ["-C", sandbox.folder, "drift"],
      ["drift", "--cwd", sandbox.folder],
    ])
      expect((await elsewhere(...words)).output).to.equal("Stack test: no drift (5 pipelines).\n");
  });

  it("draws the stack without what is a secret", async () => {
    const { code, output } = await cli("graph", "--stack");
    expect(code, output).to.equal(0);
    expect(output).to.contain("built (id ").and.contain("[secret] (tasks)");
    expect(output).to.not.contain("develop");
  });

  it("reports that a secret changed, all that did and nothing that the program ignores, and never the secret", async () => {
    await service.edit((pipelines) =>
      pipelines.map((pipeline) => {
        const [task, ...rest] = pipeline.tasks;
        const config = { ...task!.config, target: { info: { branch: "feature" } } };
        if (pipeline.name === "built") return { ...pipeline, tasks: [{ ...task!, config }, ...rest] };
        if (pipeline.name === "triggered") return { ...pipeline, trigger: { repository: [] } };
        return pipeline.name === "base" ? pipeline : { ...pipeline, description: "by hand" };
      }),
    );
    for (const words of [[], ["--run-program"]]) {
      const { code, stdout, output } = await cli("drift", "--json", ...words);
      expect(code, output).to.equal(7);
      expect(output).to.not.match(/hush|develop|by hand/);
      const { pipelines, otherResources } = JSON.parse(stdout) as DriftReport;
      expect(otherResources).to.equal(0);
      const secret = { origin: "pipeline", before: "[secret]", after: "[secret]" };
      expect(pipelines.map(({ name, kind, changes }) => [name, kind, changes])).to.deep.equal([
        ["built", "edited", [{ property: "tasks", class: "task", ...secret }]],
        ["described", "edited", [{ property: "description", class: "description", ...secret }]],
        ["triggered", "edited", [{ property: "triggers", class: "trigger", origin: "pipeline", before: "[secret]" }]],
      ]);
    }
    const text = await cli("drift");
    expect(text.output)
      .to.contain("~ built (id ")
      .and.contain('- "[secret]"')
      .and.not.match(/hush|develop|by hand/);
  });

  it("writes no secret into a file", async () => {
    mkdirSync(join(sandbox.folder, "data"));
    for (const name of ["built", "described", "triggered"])
      writeFileSync(join(sandbox.folder, "data", `${name}.json`), "{}\n");
    const { code, stdout, output } = await cli("drift", "--accept", "--data", "data");
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(output).to.match(/^Pipeline "built" cannot be written into a file: tasks cannot be read [^\n]*\n$/);
  });
});
