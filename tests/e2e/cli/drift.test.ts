import { expect } from "chai";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { DriftReport } from "../../../cli/drift/drift-report.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(join(repository, "docs", "drift.schema.json"), "utf8")) as Record<string, unknown>,
);

describe("sourcepipeline drift", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let cli: ReturnType<typeof cliOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
    cli = cliOf(sandbox);
    sandbox.program(`
      const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
      for (const name of ["edited", "deleted", "replaced", "referenced", "same"]) new ncloud.Pipeline(name, {
        name,
        description: "Shop",
        tasks: [{ name: "build", type: "SourceBuild", projectId: build.id, branch: name === "same" ? "main" : undefined }],
        triggers: { repositories: [{ name: "shop-api", branch: "main" }] },
      });`);
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  const report = async (...words: string[]) => {
    const { code, output, stdout } = await cli("drift", "--json", ...words);
    expect(code, output).to.be.oneOf([0, 7]);
    const parsed = JSON.parse(stdout) as DriftReport;
    expect(schema.safeParse(parsed)).to.include({ success: true });
    expect(parsed.drift).to.equal(code === 7);
    return parsed;
  };

  it("is silent about a stack that is as it was left, and exits with 0", async () => {
    const { code, output } = await cli("drift");
    expect(output).to.equal("Stack test: no drift (5 pipelines).\n");
    expect(code).to.equal(0);
    expect(await report("--unmanaged")).to.deep.include({ checked: 5, pipelines: [], unmanaged: [], notes: [] });
  });

  it("reports what became of each pipeline, and exits with 7", async () => {
    const state = await service.admin<Seed>("GET", "state");
    const pipelines = state.pipelines.filter(({ name }) => name !== "deleted").map(changed);
    const buildProjects = state.buildProjects.map((project) =>
      project.name === "shop-api" ? { ...project, source: { ...project.source, branch: "develop" } } : project,
    );
    await service.admin("PUT", "state", { ...state, pipelines, buildProjects });

    const { pipelines: drifted } = await report();
    expect(drifted.map(({ name, kind }) => [name, kind])).to.deep.equal([
      ["deleted", "deleted"],
      ["edited", "edited"],
      ["referenced", "referenced"],
      ["replaced", "replaced"],
    ]);
    expect(drifted[3]).to.include({ replacedBy: "9999" });
    expect(drifted[1]?.changes).to.deep.equal([
      { property: "description", class: "description", origin: "pipeline", before: "Shop", after: "by hand" },
      { property: 'tasks["build"].branch', class: "branch", origin: "pipeline", after: "feature" },
      {
        property: "triggers.repositories",
        class: "trigger",
        origin: "pipeline",
        before: { name: "shop-api", branch: "main" },
      },
    ]);
    expect(drifted[2]?.changes).to.deep.equal([
      { property: 'tasks["build"].branch', class: "branch", origin: "project", after: "develop" },
    ]);
  });

  it("prints it for people, too", async () => {
    const text = await cli("drift");
    expect(text.code).to.equal(7);
    expect(text.output).to.contain("Stack test: 4 of 5 pipelines differ").and.contain('+ "by hand"');
    expect(text.output).to.contain('"pulumi up --refresh" takes it back.').and.not.contain("--accept");
    const markdown = await cli("drift", "--markdown");
    expect(markdown.code).to.equal(7);
    expect(markdown.output).to.contain('| `description` | description | `"Shop"` | `"by hand"` |');
  });

  it("finds pipelines that are in no stack, but not those of other stacks", async () => {
    expect((await report("--unmanaged")).unmanaged).to.deep.equal([{ name: "replaced", id: "9999" }]);
    await sandbox.pulumi("stack", "init", "second");
    // Nothing of the second stack differs, and all pipelines but one belong to the first.
    const second = await report("--stack", "second", "--unmanaged");
    expect(second).to.deep.include({ checked: 0, pipelines: [], unmanaged: [{ name: "replaced", id: "9999" }] });
    await sandbox.pulumi("stack", "select", "test");
  });

  it("changes nothing: not the service, not the state, not a file", async () => {
    const folder = async () => {
      const names = await readdir(sandbox.folder, { recursive: true, withFileTypes: true });
      const files = names.filter((name) => name.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      return Object.fromEntries(
        await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)),
      );
    };
    const before = await folder();
    await service.calls();
    await report("--unmanaged");
    expect(await service.calls()).to.satisfy(readsOnly);
    expect(await folder()).to.deep.equal(before);
  });

  it("fails with one line, and never with 7, when it cannot be determined", async () => {
    const rightKey = sandbox.environment["NCLOUD_SECRET_KEY"] ?? "";
    sandbox.environment["NCLOUD_SECRET_KEY"] = "another-secret";
    const refused = await cli("drift");
    sandbox.environment["NCLOUD_SECRET_KEY"] = rightKey;
    const cases = [refused, await cli("drift", "--stack", "nowhere"), await cli("drift", "--cwd", "/nowhere")];
    for (const { code, output, stdout } of cases) {
      expect(code).to.equal(1);
      expect(stdout).to.equal("");
      expect(output.trim().split("\n"), output).to.have.length(1);
    }
    expect(refused.output).to.contain("Authentication Failed").and.not.contain("another-secret");
  });

  it("names the stack also when nothing is left in it", async () => {
    const destroyed = await sandbox.pulumi("destroy", "--yes", "--skip-preview", "--refresh");
    expect(destroyed.code, destroyed.output).to.equal(0);
    const { code, stdout } = await cli("drift");
    expect([code, stdout]).to.deep.equal([0, "Stack test: no drift (0 pipelines).\n"]);
  });
});

interface Seed {
  pipelines: { id: number; name: string; tasks: { config: object }[]; trigger: object }[];
  buildProjects: { name: string; source: object }[];
}

function changed(pipeline: Seed["pipelines"][number]) {
  if (pipeline.name === "replaced") return { ...pipeline, id: 9999 };
  if (pipeline.name !== "edited") return pipeline;
  const tasks = pipeline.tasks.map((task) => ({
    ...task,
    config: { ...task.config, target: { info: { branch: "feature" } } },
  }));
  return { ...pipeline, description: "by hand", tasks, trigger: { ...pipeline.trigger, repository: [] } };
}
