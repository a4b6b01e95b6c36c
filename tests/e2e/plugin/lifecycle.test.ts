import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, start } from "../support/command.ts";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { pluginProcesses } from "./support/plugin-processes.ts";
import { choose, declarePlugin } from "./support/use-plugin.ts";

const build = (branch: string): string => `{ name: "build", type: "SourceBuild", projectId: 20632, branch: ${branch} }`;

describe("a pipeline of the packaged plugin", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await createSandbox();
    declarePlugin(sandbox);
    await choose(sandbox, "plugin");
  });
  afterEach(() => sandbox[Symbol.asyncDispose]());

  const run = async (...words: string[]): Promise<string> => {
    const { code, output } = await sandbox.pulumi(...words);
    expect(code, output).to.equal(0);
    return output;
  };

  it("shows its name, its next runs and the paths of changes at preview, and updates in place", async () => {
    const service = serviceOf(sandbox.emulator);
    const schedule = (time: string): string =>
      `triggers: { schedules: [{ days: ["MON"], time: "${time}", timeZone: "Asia/Seoul" }] }`;
    sandbox.program(
      `exports.name = new ncloud.Pipeline("shop", { tasks: [${build('"main"')}], ${schedule("03:30")} }).name;`,
    );
    const first = await run("preview");
    expect(first)
      .to.match(/name *: "shop-[0-9a-f]{7}"/)
      .and.match(/Next runs: \w{3} .* 03:30 Asia\/Seoul/);
    expect(await run("up", "--yes", "--skip-preview")).to.not.contain("Next runs");

    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('"develop"')}], ${schedule("04:30")} });`);
    await service.calls();
    const second = await run("preview", "--json");
    expect(readsOnly(await service.calls())).to.equal(true);
    const { steps } = JSON.parse(second.slice(second.indexOf("{"))) as {
      steps: { urn: string; op: string; detailedDiff: object }[];
    };
    const step = steps.find(({ urn }) => urn.endsWith("::shop"));
    expect(step).to.include({ op: "update" });
    expect(Object.keys(step?.detailedDiff ?? {})).to.have.members(["tasks[0].branch", "triggers.schedules[0].time"]);
    await run("up", "--yes", "--skip-preview");
    expect((await service.pipelines()).at(-1)?.tasks[0]?.config).to.deep.include({
      target: { info: { branch: "develop" } },
    });
  });

  it("keeps a secret at its path in previews and in the state, and nothing around it", async () => {
    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('pulumi.secret("main")')}] });`);
    await run("up", "--yes", "--skip-preview");
    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('pulumi.secret("develop")')}] });`);
    const shown = await run("preview", "--diff");
    expect(shown)
      .to.match(/~ branch *: \[secret\] => \[secret\]/)
      .and.not.match(/"main"|"develop"/);
    const state = (await sandbox.pulumi("stack", "export")).stdout;
    expect(state).to.not.contain('"develop"');
    expect(state).to.contain('"projectId": 20632');
  });

  it("becomes secret in the state when the program makes it so, without a write to the service", async () => {
    const service = serviceOf(sandbox.emulator);
    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('"main"')}] });`);
    await run("up", "--yes", "--skip-preview");
    await service.calls();
    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('pulumi.secret("main")')}] });`);
    await run("up", "--yes", "--skip-preview");
    expect(readsOnly(await service.calls())).to.equal(true);
    expect((await sandbox.pulumi("stack", "export")).stdout).to.not.contain('"branch": "main"');
  });

  it("is imported by its id, and the program that says the same is unchanged", async () => {
    const service = serviceOf(sandbox.emulator);
    const config = { projectId: 20632 };
    const task = { name: "build", type: "SourceBuild", config, linkedTasks: [] };
    const trigger = { repository: [], schedule: [], sourcepipeline: [] };
    await service.edit(() => [{ id: 2999, name: "existing", description: "by hand", tasks: [task], trigger }]);
    const [existing] = await service.pipelines();
    sandbox.program("");
    await run("up", "--yes", "--skip-preview");
    await service.calls();
    const words = ["import", "ncloud:index:Pipeline", "taken", String(existing?.id), "--yes", "--generate-code=false"];
    await run(...words);
    expect(readsOnly(await service.calls())).to.equal(true);
    const { stdout } = await sandbox.pulumi("stack", "export");
    const { deployment } = JSON.parse(stdout) as {
      deployment: { resources: { type: string; inputs?: object; outputs?: object }[] };
    };
    const imported = deployment.resources.find(({ type }) => type === "ncloud:index:Pipeline");
    expect(imported?.inputs).to.include({ name: existing?.name, region: "KR" });
    expect(imported?.outputs).to.not.have.property("isExternal");

    const { region: _, platform: __, site: ___, ...said } = imported?.inputs as Record<string, unknown>;
    sandbox.program(`new ncloud.Pipeline("taken", ${JSON.stringify(said)}, { protect: true });`);
    await run("preview", "--expect-no-changes");
    await sandbox.pulumi("state", "unprotect", "--all", "--yes");
    await run("destroy", "--yes", "--skip-preview");
    expect((await service.pipelines()).map(({ id }) => id)).to.not.include(existing?.id);
  });

  it("is named as the engine's setting says", async () => {
    const service = serviceOf(sandbox.emulator);
    await run("config", "set", "--path", "pulumi:autonaming.mode", "verbatim");
    sandbox.program(`new ncloud.Pipeline("exactly-this", { tasks: [${build('"main"')}] });`);
    await run("up", "--yes", "--skip-preview");
    expect((await service.pipelines()).at(-1)?.name).to.equal("exactly-this");

    await run("config", "set", "--path", "pulumi:autonaming.mode", "disabled");
    sandbox.program(`new ncloud.Pipeline("nameless", { tasks: [${build('"main"')}] });`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    expect(output).to.contain('name: Required property "name" is missing.');
  });

  it("missing keys are named with the commands that set them, and wrong settings in one sentence each", async () => {
    delete sandbox.environment["NCLOUD_ACCESS_KEY"];
    sandbox.environment["HOME"] = sandbox.folder;
    sandbox.environment["PULUMI_HOME"] = `${process.env["HOME"] ?? ""}/.pulumi`;
    sandbox.program(`new ncloud.Pipeline("shop", { tasks: [${build('"main"')}] });`);
    const missing = (await sandbox.pulumi("preview")).output;
    expect(missing).to.contain("ncloud:accessKey").and.contain("There is no access key for NAVER Cloud.");
    expect(missing).to.not.contain("There is no secret key");

    await run("config", "set", "ncloud:platform", "vcp");
    await run("config", "set", "ncloud:site", "publik");
    const wrong = (await sandbox.pulumi("preview")).output;
    expect(wrong).to.contain('ncloud:platform: "vcp" is not known.').and.contain('ncloud:site: "publik" is not known.');
  });

  it("in a command that is killed leaves no process behind", async () => {
    if (process.platform !== "linux") return;
    const { emulator, folder } = sandbox;
    const service = serviceOf(emulator);
    await service.admin("POST", "faults", {
      rules: [{ operation: "getProject", kind: "delay", delayMs: 3000, when: "before" }],
    });
    sandbox.program(`new ncloud.Pipeline("shop", { name: "shop", tasks: [${build('"main"')}] });`);
    const command = start(sandbox, false);
    await eventually(async () => (await service.pipelines()).some(({ name }) => name === "shop"));
    expect(pluginProcesses(folder)).to.have.length.greaterThan(0);
    command.kill();
    await command.ended;
    await eventually(async () => pluginProcesses(folder).length === 0);
    expect(readFileSync(join(folder, "Pulumi.yaml"), "utf8")).to.contain("name: ncloud");
  });
});
