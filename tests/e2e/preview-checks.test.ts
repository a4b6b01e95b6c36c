import { expect } from "chai";
import { count, diagnostics } from "./support/output.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { readsOnly, serviceOf } from "./support/service.ts";

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
      new ncloud.Pipeline("cycle", { tasks: [task("build", "deploy"), task("test", "build"), task("deploy", "test")] });
      new ncloud.Pipeline("links", { tasks: [task("build", "biuld")] });
      new ncloud.Pipeline("empty", { tasks: [] });
      const triggers = { schedules: [ncloud.weekdays("09:00", "Asia/Seul"), ncloud.weekend("09:00", "KST")] };
      new ncloud.Pipeline("zones", { tasks: [task("build")], triggers });
      new ncloud.Pipeline("one", { name: "shop", tasks: [task("build")] });
      new ncloud.Pipeline("two", { name: "shop", tasks: [task("build")] });`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code).to.not.equal(0);
    const told = diagnostics(output);
    expect(told).to.contain('Pipeline "cycle", tasks[0]: These tasks form a cycle: build -> test -> deploy -> build.');
    expect(told).to.contain(
      'Pipeline "links", tasks[0].linkedTasks[0]: Task "biuld" does not exist. Did you mean "build"?',
    );
    expect(told).to.contain('Pipeline "empty", tasks: The list of tasks is empty.');
    for (const index of [0, 1]) {
      expect(told).to.match(
        new RegExp(
          `"zones", triggers\\.schedules\\[${String(index)}\\]\\.timeZone: Time zone .* does not exist\\. .* "Asia/Seoul"\\?`,
        ),
      );
    }
    expect(count(told, "NCSP205")).to.equal(2);
    expect(told).to.contain('Pipeline "two", name: Pipeline "one" is named "shop", too. Give one of them another name');
    for (const code of ["NCSP110", "NCSP108", "NCSP103", "NCSP112"]) expect(count(told, code), code).to.equal(1);
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
    expect(told).to.contain("tasks[0].projectId: SourceBuild project 20699 does not exist.");
    expect(told).to.contain(
      'triggers.repositories[0].name: SourceCommit repository "shop-apy" does not exist. Did you mean "shop-api"',
    );
    expect(told).to.contain("triggers.pipelines[0].id: Pipeline 99 does not exist.");
    expect(told).to.match(/tasks\[1\]\.(projectId|stageId): .* does not exist/);
  });

  it("are not shown where the pipeline silences them, and its reasons are nowhere but in the program", async () => {
    const declare = (name: string, silence: string): string => `
      new ncloud.Pipeline("${name}", {
        name: "${name}",
        tasks: ["one", "two"].map((name) => ({ name, type: "SourceBuild", projectId: 20632 })),
        ${silence}
      });`;
    sandbox.program(declare("silent", 'silence: { NCSP111: pulumi.output("on purpose") },') + declare("loud", ""));
    const up = await sandbox.pulumi("up", "--yes");
    expect(up.code, up.output).to.equal(0);
    expect(count(diagnostics(up.output), "NCSP111")).to.equal(1);
    const { stdout: state } = await sandbox.pulumi("stack", "export");
    // What the engine notes of its dependencies is its name alone.
    expect(state)
      .to.contain('"silence": []')
      .and.not.match(/"silence": [^[]/);
    expect(state).to.contain('"silent"').and.not.contain("NCSP111").and.not.contain("on purpose");

    await service.calls();
    sandbox.program(declare("silent", 'silence: { NCSP111: "for another reason" },'));
    const preview = await sandbox.pulumi("preview", "--diff", "--target", "**silent", "--expect-no-changes");
    expect(preview.code, preview.output).to.equal(0);
    expect(preview.output).to.not.contain("NCSP111").and.not.contain("reason");
    expect(await service.calls()).to.satisfy(readsOnly);

    sandbox.program(declare("silent", 'silence: { NCSP103: "x", NCSP111: "" },'));
    const wrong = await sandbox.pulumi("preview");
    expect(wrong.code).to.not.equal(0);
    expect(diagnostics(wrong.output)).to.match(/Pipeline "silent", silence\.NCSP103: .* is an error, .*\[NCSP902\]/);
    expect(diagnostics(wrong.output)).to.match(
      /Pipeline "silent", silence\.NCSP111: Expected a reason, got an empty string\. .*\[NCSP003\]/,
    );
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

  it("take a zone by any of its names, which then shows no change", async () => {
    const program = (...zones: string[]): string => `new ncloud.Pipeline("shop", {
      name: "shop",
      tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
      triggers: { schedules: ${JSON.stringify(zones)}.map((zone, index) => ncloud.weekdays("0" + index + ":30", zone)) },
    });`;
    sandbox.program(program("UTC", "Asia/Saigon", "Asia/Seoul", "Asia/Tokyo (UTC+09:00)"));
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code, output).to.equal(0);
    const [pipeline] = await service.pipelines();
    expect(pipeline?.trigger["schedule"]?.map((schedule) => (schedule as { timeZone: string }).timeZone)).to.deep.equal(
      ["Etc/UTC (UTC+00:00)", "Asia/Ho_Chi_Minh (UTC+07:00)", "Asia/Seoul (UTC+09:00)", "Asia/Tokyo (UTC+09:00)"],
    );
    const spellings = [
      program("UTC", "Asia/Saigon", "Asia/Seoul", "Asia/Tokyo (UTC+09:00)"),
      program("GMT", "Asia/Ho_Chi_Minh (UTC+07:00)", "Asia/Seoul (UTC+09:00)", "Japan"),
    ];
    for (const spelling of spellings) {
      sandbox.program(spelling);
      const again = await sandbox.pulumi("preview", "--refresh", "--expect-no-changes");
      expect(again.code, again.output).to.equal(0);
    }
  });

  it("tell a zone that does not exist when validation is offline, too", async () => {
    await sandbox.pulumi("config", "set", "ncloud:validation", "offline");
    sandbox.program(`new ncloud.Pipeline("shop", {
      tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
      triggers: { schedules: [{ days: ["MON"], time: "09:00", timeZone: pulumi.output("Asia/Seul") }] },
    });`);
    await service.calls();
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.not.equal(0);
    expect(count(diagnostics(output), 'Time zone "Asia/Seul" does not exist. Did you mean "Asia/Seoul"?')).to.equal(1);
    expect(await service.calls()).to.deep.equal([]);
  });

  it("warn of a repository without a first push, and go on", async () => {
    const state = await service.admin<{ repositories: object[]; buildProjects: object[] }>("GET", "state");
    const source = { type: "SourceCommit", repository: "fresh", branch: "main" };
    await service.admin("PUT", "state", {
      ...state,
      repositories: [...state.repositories, { name: "fresh", branches: [] }],
      buildProjects: [...state.buildProjects, { id: 20699, name: "fresh", source }],
    });
    sandbox.program(`new ncloud.Pipeline("shop", {
      tasks: [{ name: "build", type: "SourceBuild", projectId: 20699, branch: "main" }],
      triggers: { repositories: [{ name: "fresh", branch: "main" }] },
    });`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code, output).to.equal(0);
    const told = diagnostics(output);
    for (const rule of ["NCSP305", "NCSP407"]) expect(count(told, rule), rule).to.equal(1);
    expect(count(told, 'Branch "main" does not exist in repository "fresh": nothing was pushed there yet.')).to.equal(
      2,
    );
    expect(told).to.not.contain("may not see");
    expect(await service.pipelines()).to.have.length(1);
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

  it("names a cycle of pipelines, through one that exists already", async () => {
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
    expect(diagnostics(output)).to.contain("These pipelines start each other in a cycle: first -> second -> first");
  });
});
