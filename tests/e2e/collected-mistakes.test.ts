import { expect } from "chai";
import { count, diagnostics } from "./support/output.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

describe("mistakes that only the account shows", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  beforeEach(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  it("of references, of the form, of links and of functions are reported together, for new pipelines and old", async () => {
    const task = (id: number, more = ""): string =>
      `{ name: "build", type: "SourceBuild", projectId: ${String(id)}${more} }`;
    const pipeline = (name: string, tasks: string, more = ""): string =>
      `const ${name} = new ncloud.Pipeline("${name}", { name: "${name}", tasks: [${tasks}]${more} });`;
    sandbox.program(pipeline("old", task(20632)) + pipeline("renamed", task(20632)));
    const first = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(first.code, first.output).to.equal(0);

    sandbox.program(`
      ${pipeline("old", task(20641))}
      ${pipeline("renamed", task(20642)).replace('name: "renamed"', 'name: "again"')}
      ${pipeline("fresh", task(20643, ', linkedTask: ["x"]'))}
      ${pipeline("links", task(20644, ', linkedTasks: ["biuld"]'))}
      ${pipeline("looked", 'ncloud.buildTask("build", { project: "shop-apy" })')}
      ${pipeline("after", task(20646), ", triggers: { pipelines: [{ id: fresh.id }] }")}
      const [seoul, name] = [pulumi.output("Asia/Seul"), pulumi.output("twin")];
      ${pipeline("zone", task(20632), ', triggers: { schedules: [ncloud.weekdays("09:00", seoul)] }')}
      for (const twin of ["one", "other"]) new ncloud.Pipeline(twin, { name, tasks: [${task(20632)}] });
      module.exports = { id: fresh.id, name: old.name };`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    for (const [at, mistake] of Object.entries({
      '"old", tasks[0].projectId': "SourceBuild project 20641 does not exist.",
      '"renamed", tasks[0].projectId': "SourceBuild project 20642 does not exist.",
      '"fresh", tasks[0].linkedTask': 'Unknown property "linkedTask".',
      '"fresh", tasks[0].projectId': "SourceBuild project 20643 does not exist.",
      '"links", tasks[0].linkedTasks[0]': 'Task "biuld" does not exist.',
      '"links", tasks[0].projectId': "SourceBuild project 20644 does not exist.",
      '"looked", tasks[0].projectId': 'SourceBuild project "shop-apy" does not exist.',
      '"after", tasks[0].projectId': "SourceBuild project 20646 does not exist.",
      '"zone", triggers.schedules[0].timeZone': 'Time zone "Asia/Seul" does not exist.',
    })) {
      expect(count(told, `Pipeline ${at}: ${mistake}`), `${at}\n${told}`).to.equal(1);
    }
    // Which of the two comes later to the check is not ours to say.
    expect(count(told, ', name: "twin" is also the name of the pipeline of'), told).to.equal(1);
    expect(count(told, "[NCSP"), told).to.equal(9);
    expect(count(told, "error: "), told).to.equal(1);
    expect(told).to.not.contain("error serializing");
    expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
    expect((await service.pipelines()).map(({ name }) => name).sort()).to.deep.equal(["old", "renamed"]);

    const update = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(update.code, update.output).to.not.equal(0);
    expect(update.output).to.not.contain("triggers.pipelines[0].id: Validation failed");
  });

  it("of functions stand without the property before them, in an update, too", async () => {
    sandbox.program(`
      const build = ncloud.buildTask("build", { project: "shop-apy" });
      new ncloud.Pipeline("one", { tasks: [build, ncloud.buildTask("test", { project: "shop-wbe" })] });
      new ncloud.Pipeline("two", { tasks: [build] });`);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    expect(told).to.not.contain("error serializing");
    expect(count(told, 'Pipeline "one", tasks[0].projectId: SourceBuild project "shop-apy"'), told).to.equal(1);
    expect(count(told, 'Pipeline "one", tasks[1].projectId: SourceBuild project "shop-wbe"'), told).to.equal(1);
    expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
    expect(await service.pipelines()).to.deep.equal([]);
  });

  for (const [trouble, environment] of [
    ["a missing key", { NCLOUD_ACCESS_KEY: "", NCLOUD_SECRET_KEY: "" }],
    ["a refused key", { NCLOUD_SECRET_KEY: "wrong" }],
    ["a dead endpoint", { NCLOUD_API_GW: "http://127.0.0.1:9" }],
  ] as const) {
    it(`of the account itself are said once: ${trouble}`, async () => {
      Object.assign(sandbox.environment, { HOME: sandbox.folder }, environment);
      sandbox.program(`
        const build = ncloud.buildTask("build", { project: "shop-api" });
        const test = ncloud.buildTask("test", { project: "shop-web", linkedTasks: [build] });
        const deploy = ncloud.deployTask("deploy", { project: "shop", stage: "prod", scenario: "rolling", linkedTasks: [test] });
        const shop = new ncloud.Pipeline("shop", { tasks: [build, test, deploy] });
        new ncloud.Pipeline("shop-web", { tasks: [build], triggers: { pipelines: [shop] } });`);
      for (const words of [["preview"], ["up", "--yes", "--skip-preview"]]) {
        const { code, output } = await sandbox.pulumi(...words);
        expect(code).to.not.equal(0);
        const told = diagnostics(output);
        expect(count(told, "error: "), told).to.equal(1);
        expect(told.match(/There is no access key|Authentication Failed|ECONNREFUSED/g), told).to.have.length(1);
        expect(told).to.not.contain("error serializing").and.not.contain("tasks[");
      }
    });
  }

  it("of runs are reported with those of pipelines, each once, in a preview and in an update", async () => {
    const good = `const base = new ncloud.Pipeline("base", {
      name: "base", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
    });`;
    const run = (name: string, args: string): string => `new ncloud.PipelineRun("${name}", ${args});`;
    sandbox.program(good + run("first", '{ pipelineId: base.id, triggers: { version: "1" } }'));
    const first = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(first.code, first.output).to.equal(0);

    const wrong = `${good}
      const broken = new ncloud.Pipeline("broken", { tasks: [{ name: "build", type: "SourceBuild", projectId: 20641 }] });
      ${run("first", '{ pipelineId: base.id, triggers: { version: "2" }, waitFor: "sucess" }')}
      ${run("gone", "{ pipelineId: 4711 }")}
      ${run("queued", '{ pipelineId: base.id, ifRunning: "queue", waitFr: "end" }')}
      ${run("later", "{ pipelineId: broken.id, retryFailed: 1 }")}
      ${run("looked", '{ pipelineId: ncloud.getPipelineOutput({ name: "bse" }).id }')}`;
    const alone = {
      'PipelineRun "first", waitFor': 'Unknown value "sucess".',
      'PipelineRun "queued", ifRunning': 'Unknown value "queue".',
      'PipelineRun "queued", waitFr': 'Unknown property "waitFr".',
      'PipelineRun "later", retryFailed': "Expected a boolean, got 1.",
    };
    const account = {
      'Pipeline "broken", tasks[0].projectId': "SourceBuild project 20641 does not exist.",
      'PipelineRun "gone", pipelineId': "Pipeline 4711 does not exist.",
    };
    sandbox.program(wrong);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    for (const [at, mistake] of Object.entries({ ...alone, ...account }))
      expect(count(told, `${at}: ${mistake}`), `${at}\n${told}`).to.equal(1);
    expect(told).to.contain("[NCSP501]").and.contain("[NCSP502]").and.contain("[NCSP503]");
    expect(count(told, "[NCSP"), told).to.equal(6);
    expect(count(told, "Validation failed"), told).to.equal(1);
    expect(count(told, 'PipelineRun "looked", pipelineId: '), told).to.equal(1);
    expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);

    const update = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(update.code, update.output).to.not.equal(0);
    const inUpdate = diagnostics(update.output);
    for (const [at, mistake] of Object.entries(alone)) expect(inUpdate).to.contain(`${at}: ${mistake}`);
    const { runs } = await service.admin<{ runs: unknown[] }>("GET", "state");
    expect(runs).to.have.length(1);
    expect((await service.pipelines()).map(({ name }) => name)).to.deep.equal(["base"]);
  });

  it("are reported together also of pipelines that a program declares after it has asked for something", async () => {
    const pipeline = (name: string, id: number): string =>
      `new ncloud.Pipeline("${name}", { tasks: [{ name: "build", type: "SourceBuild", projectId: ${String(id)} }] });`;
    sandbox.program(`module.exports = async () => {
      ${pipeline("early", 20641)}
      await ncloud.getRepositories();
      ${pipeline("late", 20642)}
    };`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    expect(count(told, "Validation failed"), told).to.equal(1);
    for (const id of [20641, 20642])
      expect(count(told, `SourceBuild project ${String(id)} does not exist`)).to.equal(1);
  });
});
