import { expect } from "chai";
import { eventually, noPluginLeft, start } from "./support/command.ts";
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
    projectId: number;
    status: string;
  }
  const runs = async (): Promise<Run[]> => (await service.admin<{ runs: Run[] }>("GET", "state")).runs;
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

  it("that failed are said to have failed again by up --refresh, and by an up after a refresh", async () => {
    await service.admin("POST", "outcomes", { rules: [{ task: "test", status: "failed" }] });
    sandbox.program(program());
    expect((await up()).code).to.not.equal(0);
    const failed = /Run \d+ of pipeline "shop" failed: task "test" \(SourceBuild result \S+\) failed/;
    await sandbox.pulumi("refresh", "--yes", "--skip-preview");
    for (const words of [[], ["--refresh"], []]) {
      const { code, output } = await up(...words);
      expect(code, output).to.not.equal(0);
      expect(output).to.match(failed);
    }
    expect(await runs()).to.have.length(1);
  });

  it("whose start gets no answer run once, whether the service did the work or not", async () => {
    for (const when of ["after", "before"]) {
      const before = (await runs()).length;
      await service.admin("POST", "faults", {
        rules: [{ operation: "startProject", when, kind: "reset", times: 1 }],
      });
      sandbox.program(program("", "", `{ image: "${when}" }`));
      const first = await up();
      if (first.code !== 0) {
        expect(first.output).to.contain("may or may not have succeeded");
        const second = await up();
        expect(second.code, second.output).to.equal(0);
      }
      expect(await runs()).to.have.length(before + 1);
    }
  });

  it("that take too long are canceled, and the error says so", async () => {
    await service.admin("PATCH", "settings", { taskMs: 3_600_000 });
    sandbox.program(program("", 'customTimeouts: { create: "3s" }'));
    const { code, output } = await up();
    expect(code, output).to.not.equal(0);
    expect(output).to.contain("was canceled, because it did not end in time");
    expect((await runs()).map(({ status }) => status)).to.deep.equal(["canceled"]);
  });

  for (const terminal of [false, true]) {
    it(`at Ctrl-C ${terminal ? "in a pseudo-terminal" : "without a terminal"} are canceled, and in the state`, async function () {
      // `script`, which makes the terminal, belongs to util-linux; other systems have another one, or none.
      if (terminal && process.platform !== "linux") this.skip();
      await service.admin("PATCH", "settings", { taskMs: 3_600_000 });
      sandbox.program(program());
      const command = start(sandbox, terminal);
      await eventually(async () => (await runs()).length > 0);
      command.interrupt();
      const { output } = await command.ended;
      expect(output).to.match(/Run \d+ of pipeline "shop" was canceled, because the command was interrupted/);
      expect((await runs()).map(({ status }) => status)).to.deep.equal(["canceled"]);
      await noPluginLeft(sandbox.folder);
      const next = await up();
      expect(next.output).to.match(/Run \d+ of pipeline "shop" was canceled/);
      expect(await runs()).to.have.length(1);
    });
  }

  it("of a command that was killed are found, named and followed by the next one", async () => {
    await service.admin("PATCH", "settings", { taskMs: 200_000 });
    sandbox.program(program());
    const command = start(sandbox, false);
    await eventually(async () => (await runs()).length > 0);
    command.kill();
    await command.ended;
    await noPluginLeft(sandbox.folder);
    // A killed command leaves its lock, and a state that does not have the run.
    await sandbox.pulumi("cancel", "--yes");
    const [left] = await runs();
    sandbox.program(
      program("", "", '{ image: "one" }').replace('name: "shop", tasks', `name: "shop", adopt: true, tasks`),
    );
    await service.admin("POST", "clock", { advanceMs: 400_000 });
    const next = await up();
    expect(next.code, next.output).to.equal(0);
    expect(next.output)
      .to.contain(`Run ${String(left!.id)} (`)
      .and.contain("was begun by an earlier command");
    expect(await runs()).to.have.length(1);
    expect(await outcome()).to.deep.include({ status: "success", runId: String(left!.id) });
  });

  it("are all started once and followed, fifty in one up, under a quota of five requests a second", async () => {
    await service.admin("PATCH", "settings", { quotaPerSecond: 5 });
    const many = (count: number): string => `
for (let index = 0; index < ${String(count)}; index++) {
  const shop = new ncloud.Pipeline("shop-" + index, { tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });
  new ncloud.PipelineRun("release-" + index, { pipelineId: shop.id });
}`;
    sandbox.program(many(50));
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview", "--parallel", "100");
    expect(code, output).to.equal(0);
    const started = await runs();
    expect(new Set(started.map(({ projectId }) => projectId)).size).to.equal(50);
    expect(started.map(({ status }) => status)).to.deep.equal(Array(50).fill("success"));
  }).timeout(300_000);

  it("of two programs that start at once are two runs, each program's own", async () => {
    sandbox.program(program());
    await up();
    const [first] = await runs();
    await using other = await createSandbox();
    other.environment["NCLOUD_API_GW"] = sandbox.environment["NCLOUD_API_GW"] ?? "";
    const { pipelines } = await service.admin<{ pipelines: { id: number }[] }>("GET", "state");
    other.program(`
const release = new ncloud.PipelineRun("release", { pipelineId: ${String(pipelines[0]!.id)}, ifRunning: "start" });
exports.outcome = { runId: release.runId };`);
    sandbox.program(program('ifRunning: "start"', "", '{ image: "two" }'));
    const [one, two] = await Promise.all([up(), other.pulumi("up", "--yes", "--skip-preview")]);
    expect([one.code, two.code], one.output + two.output).to.deep.equal([0, 0]);
    const ids = (await runs()).map(({ id }) => id).filter((id) => id !== first!.id);
    expect(new Set(ids).size).to.equal(2);
    const { runId } = (
      JSON.parse((await other.pulumi("stack", "output", "--json")).output) as { outcome: { runId: string } }
    ).outcome;
    expect([runId, (await outcome()).runId].map(Number).sort()).to.deep.equal(ids.toSorted());
  });
});
