import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { readsOnly, serviceOf } from "./support/service.ts";

const count = (text: string, words: string): number => text.split(words).length - 1;

/** What stands under Diagnostics: the rows above repeat it without a terminal. */
const diagnostics = (output: string): string => output.slice(output.indexOf("Diagnostics:"));

describe("mistakes at preview", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  beforeEach(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  it("of all pipelines of a program are told together, each once, and nothing is created", async () => {
    sandbox.program(`
      const task = (name, ...linkedTasks) => ({ name, type: "SourceBuild", projectId: 20632, linkedTasks });
      new ncloud.Pipeline("circle", { tasks: [task("build", "deploy"), task("test", "build"), task("deploy", "test")] });
      new ncloud.Pipeline("links", { tasks: [task("build", "biuld")] });
      new ncloud.Pipeline("empty", { tasks: [] });`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    expect(told).to.contain(
      'Pipeline "circle", tasks[0]: These tasks wait for each other: build -> test -> deploy -> build.',
    );
    expect(told).to.contain(
      'Pipeline "links", tasks[0].linkedTasks[0]: There is no task "biuld". Did you mean "build"?',
    );
    expect(told).to.contain('Pipeline "empty", tasks: There is no task.');
    for (const code of ["NCSP110", "NCSP108", "NCSP103"]) expect(count(told, code), code).to.equal(1);
    expect(await service.calls()).to.satisfy(readsOnly);
  });

  it("of references name what is nearest", async () => {
    sandbox.program(`
      new ncloud.Pipeline("shop", {
        tasks: [
          { name: "build", type: "SourceBuild", projectId: 20699 },
          { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 1, scenarioId: 2, linkedTasks: ["build"] },
        ],
        triggers: { repositories: [{ name: "shop-apy", branch: "main" }], pipelines: [{ id: 99 }] },
      });`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    expect(told).to.contain("tasks[0].projectId: There is no SourceBuild project with id 20699.");
    expect(told).to.contain(
      'triggers.repositories[0].name: There is no SourceCommit repository "shop-apy". Did you mean "shop-api"',
    );
    expect(told).to.contain("triggers.pipelines[0].id: There is no pipeline with id 99.");
    expect(told).to.match(/tasks\[1\]\.(projectId|stageId): There is no/);
  });

  it("shows warnings and the next runs once, at preview, and not again during the update", async () => {
    sandbox.program(`
      const build = ncloud.buildTask("build", { project: "shop-web" });
      const deploy = ncloud.deployTask("deploy", { project: "shop", stage: "prod", scenario: "rolling", linkedTasks: [build] });
      new ncloud.Pipeline("shop", {
        tasks: [build, deploy],
        triggers: { schedules: [ncloud.weekdays("09:00", "Asia/Seoul")] },
      });`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code, output).to.equal(0);
    const told = diagnostics(output);
    expect(count(told, "NCSP406")).to.equal(1);
    expect(count(told, "Next runs:")).to.equal(1);
    expect(told).to.match(/Next runs: \w{3} \d{4}-\d\d-\d\d 09:00 Asia\/Seoul/);
    expect(output.slice(output.indexOf("Updating (test)")))
      .to.not.contain("NCSP406")
      .and.not.contain("Next runs");

    const again = await sandbox.pulumi("preview");
    expect(again.output).to.not.contain("Next runs");
  });

  it("a list that cannot be read is one warning for all pipelines, and no failure", async () => {
    const body = { error: { errorCode: "230", message: "Forbidden" } };
    const rule = { operation: "getBuildProjects", when: "before", kind: "respond", status: 403, body };
    await service.admin("POST", "faults", { rules: [rule] });
    sandbox.program(`
      for (const name of ["one", "two", "three"]) {
        new ncloud.Pipeline(name, { tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });
      }`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.equal(0);
    expect(count(diagnostics(output), "NCSP901")).to.equal(1);
  });

  it("asks nothing when validation is offline", async () => {
    await sandbox.pulumi("config", "set", "ncloud:validation", "offline");
    sandbox.program(
      'new ncloud.Pipeline("shop", { tasks: [{ name: "build", type: "SourceBuild", projectId: 20699 }] });',
    );
    await service.calls();
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.equal(0);
    expect(await service.calls()).to.deep.equal([]);
  });

  it("names a circle of pipelines, through one that exists already", async () => {
    const first = (starts: string): string => `
      const first = new ncloud.Pipeline("first", {
        name: "first", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
        triggers: { pipelines: [${starts}] },
      });`;
    const second = `
      new ncloud.Pipeline("second", {
        name: "second", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
        triggers: { pipelines: [{ id: first.id }] },
      });`;
    sandbox.program(first("") + second);
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    const id = (await service.pipelines()).find(({ name }) => name === "second")?.id;
    sandbox.program(first(`{ id: ${String(id)} }`) + second);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.not.equal(0);
    expect(diagnostics(output)).to.contain("These pipelines start each other: first -> second -> first");
  });
});
