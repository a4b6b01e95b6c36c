import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

/** A pipeline, and a run of it. */
const program = (args = "", options = "", triggers = '{ image: "one" }'): string => `
const shop = new ncloud.Pipeline("shop", { name: "shop", tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["build"] },
] });
const release = new ncloud.PipelineRun("release", { pipelineId: shop.id, triggers: ${triggers}, ${args} }, { ${options} });
exports.outcome = { status: release.status, runId: release.runId, tasks: release.tasks };`;

describe("runs of a pipeline, on the real engine", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  interface Run {
    id: number;
    status: string;
  }
  const runs = async (): Promise<Run[]> => ((await service.admin("GET", "state")) as { runs: Run[] }).runs;
  const up = (...words: string[]): ReturnType<Sandbox["pulumi"]> =>
    sandbox.pulumi("up", "--yes", "--skip-preview", ...words);
  const outcome = async (): Promise<{ status?: string; runId?: string; tasks: Record<string, { status: string }> }> => {
    const { output } = await sandbox.pulumi("stack", "output", "--json");
    return (JSON.parse(output) as { outcome: never }).outcome;
  };

  beforeEach(async () => {
    sandbox = await createSandbox({ emulator: { speed: 20 } });
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  it("are started once, followed to their end, and started again when a trigger changes", async () => {
    sandbox.program(program());
    const preview = await sandbox.pulumi("preview");
    expect(preview.output).to.contain("Would run the pipeline once it exists.");
    const first = await up();
    expect(first.code, first.output).to.equal(0);
    expect(first.output)
      .to.match(/build: running, after/)
      .and.match(/test: success, result \S+, after/);
    const [run] = await runs();
    expect(await outcome()).to.deep.include({ status: "success", runId: String(run!.id) });

    const unchanged = await sandbox.pulumi("preview", "--refresh", "--expect-no-changes");
    expect(unchanged.code, unchanged.output).to.equal(0);
    await up();
    expect(await runs()).to.have.length(1);

    sandbox.program(program("", "", '{ image: "two" }'));
    expect((await sandbox.pulumi("preview")).output).to.contain(
      'Would run pipeline "shop" (2 tasks). Changed triggers: image.',
    );
    const second = await up();
    expect(second.code, second.output).to.equal(0);
    expect(await runs()).to.have.length(2);
    const { code } = await sandbox.pulumi("destroy", "--yes");
    expect(code).to.equal(0);
  });

  it("that fail are an error that names the task, stay in the state, and are not retried by themselves", async () => {
    await service.admin("POST", "outcomes", { rules: [{ task: "test", status: "failed" }] });
    sandbox.program(program());
    const first = await up();
    expect(first.code, first.output).to.not.equal(0);
    expect(first.output).to.match(/Run \d+ of pipeline "shop" failed: task "test" \(SourceBuild result \S+\) failed/);
    const second = await up();
    expect(second.code, second.output).to.not.equal(0);
    expect(await runs()).to.have.length(1);

    await service.admin("DELETE", "outcomes");
    sandbox.program(program("retryFailed: true"));
    const third = await up();
    expect(third.code, third.output).to.equal(0);
    expect(await runs()).to.have.length(2);
    expect(await outcome()).to.deep.include({ status: "success" });
  });
});
