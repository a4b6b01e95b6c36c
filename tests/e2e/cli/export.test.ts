import { expect } from "chai";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

/** How many pipelines an account has that was run for some years. */
const many = 200;

describe("sourcepipeline export", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let cli: ReturnType<typeof cliOf>;

  before(async () => {
    sandbox = await createSandbox({ emulator: { seed: clicked } });
    service = serviceOf(sandbox.emulator);
    cli = cliOf(sandbox);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  const pulumiIn = (folder: string, ...words: string[]) =>
    runCommand("pulumi", [...words, "--non-interactive"], {
      cwd: join(sandbox.folder, folder),
      env: sandbox.environment,
    });

  /** Takes an exported program over, and checks that nothing was changed by it. */
  async function takeOver(folder: string): Promise<void> {
    await service.calls();
    const init = await pulumiIn(folder, "stack", "init", folder);
    expect(init.code, init.output).to.equal(0);
    const words = ["import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes"];
    const imported = await pulumiIn(folder, ...words);
    expect(imported.code, imported.output).to.equal(0);
    const preview = await pulumiIn(folder, "preview", "--expect-no-changes");
    expect(preview.code, preview.output).to.equal(0);
    const refresh = await pulumiIn(folder, "refresh", "--preview-only", "--expect-no-changes");
    expect(refresh.code, refresh.output).to.equal(0);
    expect(await service.calls()).to.satisfy(readsOnly);
  }

  const filesOf = (folder: string): Map<string, string> => {
    const root = join(sandbox.folder, folder);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
        .map((file) => [file.slice(root.length), readFileSync(file, "utf8")]),
    );
  };

  it("writes a program that takes the pipelines over as they are", async () => {
    const { code, output } = await cli("export", "--all", "--out", "all");
    expect(code, output).to.equal(0);
    expect(output).to.contain("Wrote 4 pipelines to all").and.contain("pulumi import --file import.json");
    await takeOver("all");
  });

  it("writes names instead of ids, and ids where there is no name", () => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join(sandbox.folder, "all", "pipelines", `${name}.json`), "utf8"));
    expect(read("shop")).to.deep.equal({
      $schema: "../node_modules/pulumi-ncloud-sourcepipeline/docs/pipeline.schema.json",
      name: "shop",
      description: 'Build and "roll" out ${name}',
      tasks: [
        { name: "build", type: "SourceBuild", project: "shop-api", branch: "develop" },
        { name: "check", type: "SourceBuild", project: "shop-api" },
        {
          name: "deploy",
          type: "SourceDeploy",
          project: "shop",
          stage: "prod",
          scenario: "rolling",
          linkedTasks: ["build", "check"],
        },
      ],
      triggers: {
        repositories: [{ name: "shop-api", branch: "main" }],
        schedules: [{ days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", onlyWithChange: true }],
        pipelines: [{ name: "base" }],
      },
    });
    expect(readdirSync(join(sandbox.folder, "all", "pipelines"))).to.deep.equal(
      ["Base-4.json", "base-1.json", "plain.json", "shop.json"].sort(),
    );
  });

  it("gives a program that the compiler accepts as strictly as it can", async () => {
    const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
    const words = [tsc, "-p", "all", "--noEmit", "--noUncheckedIndexedAccess", "--noUnusedLocals"];
    const checked = await runCommand(process.execPath, words, { cwd: sandbox.folder, env: sandbox.environment });
    expect(checked.code, checked.output).to.equal(0);
  });

  it("writes the same files again, whatever order the service lists in", async () => {
    await service.admin("PATCH", "settings", { order: "shuffled" });
    const { code, output } = await cli("export", "--all", "--out", "again/all");
    await service.admin("PATCH", "settings", { order: null });
    expect(code, output).to.equal(0);
    const [first, second] = [filesOf("all"), filesOf("again/all")];
    first.delete("/Pulumi.all.yaml");
    expect(Object.fromEntries(second)).to.deep.equal(Object.fromEntries(first));
  });

  it("exports single pipelines by name; a trigger by one that stays outside is looked up", async () => {
    const { code, output } = await cli("export", "shop", "--out", "one");
    expect(code, output).to.equal(0);
    expect(readdirSync(join(sandbox.folder, "one", "pipelines"))).to.deep.equal(["shop.json"]);
    await takeOver("one");
  });

  it("gives a program that reports every mistake in its files at once, before anything is made", async () => {
    await service.calls();
    cpSync(join(sandbox.folder, "one"), join(sandbox.folder, "mistakes"), { recursive: true });
    const pipelines = join(sandbox.folder, "mistakes", "pipelines");
    const shop = readFileSync(join(pipelines, "shop.json"), "utf8");
    writeFileSync(join(pipelines, "shop.json"), shop.replace("linkedTasks", "linkedTask").replace("branch", "brnach"));
    writeFileSync(join(pipelines, "broken.json"), "{");
    writeFileSync(join(pipelines, "empty.json"), "{}");
    await pulumiIn("mistakes", "stack", "init", "mistakes");
    const { code, output } = await pulumiIn("mistakes", "preview");
    expect(code).to.not.equal(0);
    for (const line of [
      /pipelines\/broken\.json: .*JSON/,
      /pipelines\/empty\.json, name: Required property "name" is missing\. .*\[NCSP003\]/,
      /pipelines\/empty\.json, tasks: Required property "tasks" is missing\. .*\[NCSP003\]/,
      /pipelines\/shop\.json, tasks\[0\]\.brnach: .*Did you mean "branch"\? \[NCSP001\]/,
      /pipelines\/shop\.json, tasks\[2\]\.linkedTask: .*Did you mean "linkedTasks"\? \[NCSP001\]/,
    ])
      expect(output).to.match(line);
    expect(output).to.not.match(/^ +at /m);
    expect(await service.calls()).to.deep.equal([]);
  });

  it("keeps the location, without which the pipelines would be replaced", async () => {
    const { code, output } = await cli("export", "far", "--region", "SGN", "--platform", "vpc", "--out", "region");
    expect(code, output).to.equal(0);
    await takeOver("region");
    const state = await pulumiIn("region", "stack", "export");
    expect(state.stdout).to.contain('"region": "SGN"').and.not.contain('"region": "KR"');
  });

  it("makes a project of a folder whose name YAML would read as a number", async () => {
    const { code, output } = await cli("export", "plain", "--out", "2026");
    expect(code, output).to.equal(0);
    await takeOver("2026");
  });

  it("warns of a task whose project is gone, which no preview would accept", async () => {
    const state = await service.admin<{ pipelines: object[] }>("GET", "state");
    const tasks = [{ ...plain.tasks[0], config: { projectId: 20700 } }];
    await service.admin("PUT", "state", {
      ...state,
      pipelines: [...state.pipelines, { ...plain, id: 5, name: "orphan", tasks }],
    });
    const { code, output, stdout } = await cli("export", "orphan", "plain", "--out", "orphans");
    expect(code, output).to.equal(0);
    expect(output.replace(stdout, "")).to.match(/^orphan: task "build" keeps its ids[^\n]*\n$/);
    expect(filesOf("orphans").get("/pipelines/orphan.json")).to.contain('"projectId": 20700');
  });

  it("writes pipelines that start each other, whose preview names the cycle", async () => {
    const state = await service.admin<{ pipelines: { name: string; trigger: object }[] }>("GET", "state");
    const pipelines = state.pipelines.map((pipeline) =>
      pipeline.name === "base" ? { ...pipeline, trigger: { sourcepipeline: [{ id: 3 }] } } : pipeline,
    );
    await service.admin("PUT", "state", { ...state, pipelines });
    const { code, output } = await cli("export", "base", "shop", "--out", "cycle");
    expect(code, output).to.equal(0);
    await pulumiIn("cycle", "stack", "init", "cycle");
    expect((await pulumiIn("cycle", "preview")).output).to.contain("These pipelines start each other in a cycle: ");
  });

  it("overwrites nothing, and asks nothing first", async () => {
    mkdirSync(join(sandbox.folder, "full"));
    writeFileSync(join(sandbox.folder, "full", "notes.txt"), "mine");
    await service.calls();
    for (const out of ["full", "full/notes.txt"]) {
      const { code, output } = await cli("export", "--all", "--out", out);
      expect(code).to.equal(1);
      expect(output).to.contain("there is something already");
    }
    expect(await service.calls()).to.deep.equal([]);
    expect(readdirSync(join(sandbox.folder, "full"))).to.deep.equal(["notes.txt"]);
  });

  it("fails with one line, and leaves no folder", async () => {
    const cases: [words: string[], message: string][] = [
      [["shap", "--out", "none"], 'Pipeline "shap" does not exist. Did you mean "shop" (id 3)?'],
      [["--out", "none"], "give their names, or --all"],
      [["shop", "--all", "--out", "none"], "give their names, or --all"],
      [["--all", "--out", "none", "--endpoint", "http://127.0.0.1:1"], "the connection was refused"],
      [["--all", "--out", "none", "--platform", "cloud"], 'ncloud:platform: "cloud" is not known'],
    ];
    for (const [words, message] of cases) {
      const { code, output } = await cli("export", ...words);
      expect(code, output).to.equal(1);
      expect(output).to.contain(message);
      expect(output.trim().split("\n")).to.have.length(1);
    }
    expect(readdirSync(sandbox.folder).filter((name) => name.startsWith("none"))).to.deep.equal([]);
  });

  it(`takes ${many} pipelines over`, async () => {
    const pipelines = Array.from({ length: many }, (_, index) => ({
      ...plain,
      id: 100 + index,
      name: `service-${index}`,
      trigger: index === 0 ? {} : { sourcepipeline: [{ id: 100 + Math.floor(index / 2) }] },
    }));
    await service.admin("PUT", "state", { ...clicked, pipelines });
    const { code, output } = await cli("export", "--all", "--out", "many");
    expect(code, output).to.equal(0);
    await takeOver("many");
  });
});

const plain = {
  id: 2,
  name: "plain",
  tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20633 }, linkedTasks: [] }],
  trigger: {},
};

/** What somebody clicked together in the console. */
const clicked = {
  repositories: [
    { name: "shop-api", branches: ["main", "develop"] },
    { name: "shop-web", branches: ["main"] },
  ],
  buildProjects: [
    { id: 20632, name: "shop-api", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
    { id: 20633, name: "shop-web", source: { type: "SourceCommit", repository: "shop-web", branch: "main" } },
  ],
  deployProjects: [
    {
      id: 12920,
      name: "shop",
      stages: [
        {
          id: 14147,
          name: "prod",
          scenarios: [
            { id: 21003, name: "rolling", source: { type: "SourceBuild", target: { projectName: "shop-api" } } },
          ],
        },
      ],
    },
  ],
  pipelines: [
    { ...plain, id: 1, name: "base" },
    plain,
    {
      id: 3,
      name: "shop",
      description: 'Build and "roll" out ${name}',
      tasks: [
        {
          name: "deploy",
          type: "SourceDeploy",
          config: { projectId: 12920, stageId: 14147, scenarioId: 21003 },
          linkedTasks: ["check", "build"],
        },
        { name: "check", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] },
        {
          name: "build",
          type: "SourceBuild",
          config: { projectId: 20632, target: { info: { branch: "develop" } } },
          linkedTasks: [],
        },
      ],
      trigger: {
        repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
        schedule: [
          { day: ["FRI", "MON"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", scheduleOnlyWithChange: true },
        ],
        sourcepipeline: [{ id: 1 }],
      },
    },
    { ...plain, id: 4, name: "Base" },
    { ...plain, id: 6, name: "far", region: "SGN" },
  ],
};
