import { expect } from "chai";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

/** What 0.1.0 wrote as `index.ts` until `readPipelines` and `declarePipelines`: it declares the pipelines by itself. */
const earlierProgram = join(repository, "tests", "fixtures", "exported-programs", "0.1.0-first.ts");

describe("a program that an earlier version exported", function () {
  this.timeout(120_000);

  it("compiles, takes the pipelines over, and finds nothing to change", async () => {
    await using sandbox = await createSandbox({ emulator: { seed: account } });
    const service = serviceOf(sandbox.emulator);
    const exported = await cliOf(sandbox)("export", "--all", "--out", "earlier");
    expect(exported.code, exported.output).to.equal(0);
    const folder = join(sandbox.folder, "earlier");
    const written = readFileSync(join(folder, "index.ts"), "utf8");
    const earlier = readFileSync(earlierProgram, "utf8");
    expect(written).to.not.equal(earlier);
    writeFileSync(join(folder, "index.ts"), earlier);
    for (const name of readdirSync(join(folder, "pipelines"))) withoutSchema(join(folder, "pipelines", name));
    await service.calls();

    const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
    const pulumi = (...words: string[]) => ["pulumi", ...words, "--non-interactive"];
    for (const [command = "", ...words] of [
      [process.execPath, tsc, "-p", ".", "--noEmit"],
      pulumi("stack", "init", "earlier"),
      pulumi("import", "--file", "import.json", "--generate-code=false", "--protect=false", "--yes"),
      pulumi("preview", "--expect-no-changes"),
      pulumi("refresh", "--preview-only", "--expect-no-changes"),
    ]) {
      const { code, output } = await runCommand(command, words, { cwd: folder, env: sandbox.environment });
      expect(code, output).to.equal(0);
    }
    expect(await service.calls()).to.satisfy(readsOnly);
  });
});

/** The data files of that version had no `$schema`, which its program takes for a property of the pipeline. */
function withoutSchema(file: string): void {
  const { $schema: _, ...data } = JSON.parse(readFileSync(file, "utf8")) as { $schema?: string };
  writeFileSync(file, JSON.stringify(data));
}

/** Both kinds of tasks, all kinds of triggers, names and ids. */
const account = {
  repositories: [{ name: "shop-api", branches: ["main", "develop"] }],
  buildProjects: [
    { id: 20632, name: "shop-api", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
    { id: 20633, name: "twice", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
    { id: 20634, name: "twice", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
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
    {
      id: 1,
      name: "base",
      tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20633 }, linkedTasks: [] }],
      trigger: {},
    },
    {
      id: 2,
      name: "shop",
      tasks: [
        {
          name: "build",
          type: "SourceBuild",
          config: { projectId: 20632, target: { info: { branch: "develop" } } },
          linkedTasks: [],
        },
        {
          name: "deploy",
          type: "SourceDeploy",
          config: { projectId: 12920, stageId: 14147, scenarioId: 21003 },
          linkedTasks: ["build"],
        },
      ],
      trigger: {
        repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
        schedule: [
          { day: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", scheduleOnlyWithChange: true },
        ],
        sourcepipeline: [{ id: 1 }],
      },
    },
  ],
};
