import { expect } from "chai";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { cliOf } from "./support/run-cli.ts";

/** Programs with mistakes that a preview tells together. */
const programs: Readonly<Record<string, string>> = {
  "in what the program says": `
    const task = (name, ...linkedTasks) => ({ name, type: "SourceBuild", projectId: 20632, linkedTasks });
    new ncloud.Pipeline("circle", { tasks: [task("a", "b"), task("b", "a")] });
    new ncloud.Pipeline("zone", { tasks: [task("a")], triggers: { schedules: [ncloud.weekdays("9:00", "KST")] } });
    new ncloud.Pipeline("silent", { tasks: [task("a")], silence: { NCSP406: "" } });
    new ncloud.Pipeline("one", { name: "shop", tasks: [task("a")] });
    new ncloud.Pipeline("two", { name: "shop", tasks: [task("a")] });`,
  "in what it refers to": `
    const first = new ncloud.Pipeline("first", { tasks: [ncloud.buildTask("a", { project: "shop-api" })] });
    new ncloud.Pipeline("refers", {
      tasks: [
        { name: "a", type: "SourceBuild", projectId: 20699, branch: first.id },
        { name: "b", type: "SourceDeploy", projectId: 12920, stageId: 1, scenarioId: 2, linkedTasks: ["a"] },
      ],
      triggers: { repositories: [{ name: "shop-apy", branch: "main" }], pipelines: [{ id: 99 }, { id: first.id }] },
    });`,
  "in its runs": `
    const shop = new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceBuild", projectId: 20632 }] });
    new ncloud.PipelineRun("gone", { pipelineId: 4711, waitFor: "sucess" });
    new ncloud.PipelineRun("queued", { pipelineId: shop.id, ifRunning: "queue", trigers: {}, retryFailed: "yes" });
    new ncloud.Pipeline("wrong", { tasks: [{ name: "a", type: "SourceBuild", projectId: 20699, lnkedTasks: [] }] });`,
};

describe("sourcepipeline check of a program, beside a preview", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await createSandbox();
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  for (const [where, program] of Object.entries(programs)) {
    it(`tells the same mistakes ${where}`, async () => {
      sandbox.program(program);
      const preview = await sandbox.pulumi("preview");
      const { stdout } = await cliOf(sandbox)("check", "--stack", "test");
      const problemsIn = (text: string): string[] => {
        const lines = text.matchAll(
          /^ *(?:error: )?(?:.* has a problem: |Pipeline(?:Run)? "[^"]*", )?(.*\[NCSP\d{3}\])$/gm,
        );
        return [...new Set([...lines].map(([, line]) => line ?? ""))].sort();
      };
      const inPreview = problemsIn(preview.output.slice(preview.output.indexOf("Diagnostics:")));
      expect(inPreview, preview.output).to.have.length.greaterThan(3);
      expect(problemsIn(stdout)).to.deep.equal(inPreview);
    });
  }
});
