import { expect } from "chai";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { choose, declarePlugin } from "./support/use-plugin.ts";

const tasks = 'tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, branch: "main" }]';

/** What a stack holds that moves from one host to the other and back; all of it in one program, as in life. */
const program = `
  const options = { protect: true, customTimeouts: { create: "3m", update: "4m", delete: "5m" } };
  const autonamed = new ncloud.Pipeline("autonamed", { ${tasks} });
  new ncloud.Pipeline("named", { name: "named", description: "as given", ${tasks} });
  new ncloud.Pipeline("careful", { ${tasks} }, options);
  class Team extends pulumi.ComponentResource {
    constructor(name) {
      super("test:index:Team", name);
      this.pipeline = new ncloud.Pipeline(name + "-inside", { ${tasks}, triggers: { pipelines: [{ id: autonamed.id }] } }, { parent: this });
      this.registerOutputs();
    }
  }
  new Team("team");
  const other = new ncloud.Provider("other", { region: "KR" });
  new ncloud.Pipeline("elsewhere", { ${tasks} }, { provider: other });
  const run = new ncloud.PipelineRun("run", { pipelineId: autonamed.id, triggers: { image: "one" } });
  exports.status = run.status;
`;

describe("a stack that moves between the hosts", function () {
  this.timeout(180_000);
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await createSandbox();
    declarePlugin(sandbox);
    // A run of the emulator takes a moment of its own clock.
    await serviceOf(sandbox.emulator).admin("PATCH", "settings", { taskMs: 0 });
    sandbox.program(program);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
  });
  after(() => sandbox[Symbol.asyncDispose]());

  const typesIn = async (): Promise<string[]> => {
    const { stdout } = await sandbox.pulumi("stack", "export");
    const { deployment } = JSON.parse(stdout) as { deployment: { resources: { type: string }[] } };
    return deployment.resources.map(({ type }) => type).filter((type) => /:Pipeline(Run)?$/.test(type));
  };

  for (const [host, type] of [
    ["plugin", /^ncloud:index:/],
    ["dynamic", /^pulumi-nodejs:dynamic\/ncloud-sourcepipeline:/],
    ["plugin", /^ncloud:index:/],
  ] as const) {
    it(`to ${host} is unchanged at preview and up, and the service is only read`, async () => {
      const service = serviceOf(sandbox.emulator);
      await choose(sandbox, host);
      await service.calls();
      const preview = await sandbox.pulumi("preview");
      expect(preview.code, preview.output).to.equal(0);
      const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
      expect(up.code, up.output).to.equal(0);
      for (const { output } of [preview, up]) {
        // Only the entry of the explicit provider is another one.
        const changes = output.split("\n").filter((line) => /^ *[-+~]+ .*Pipeline/.test(line));
        expect(changes, output).to.deep.equal([]);
      }
      expect(readsOnly(await service.calls())).to.equal(true);
      const types = await typesIn();
      expect(types).to.have.length(6);
      for (const found of types) expect(found).to.match(type);

      const refreshed = await sandbox.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      expect(refreshed.code, refreshed.output).to.equal(0);
    });
  }

  it("is destroyed by the host that it is at", async () => {
    await sandbox.pulumi("state", "unprotect", "--all", "--yes");
    const { code, output } = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    const names = (await serviceOf(sandbox.emulator).pipelines()).map(({ name }) => name);
    expect(names.filter((name) => /^(autonamed|named|careful|team|elsewhere)/.test(name))).to.deep.equal([]);
  });
});

describe("a host that is not there", function () {
  this.timeout(60_000);

  it("ends the program with one sentence that says what to add to Pulumi.yaml, and nothing is changed", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    await choose(sandbox, "plugin");
    sandbox.program(`new ncloud.Pipeline("shop", { ${tasks} });`);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code).to.not.equal(0);
    const said =
      'error: The plugin "ncloud" is not found, which ncloud:host asks for: add to Pulumi.yaml ' +
      "plugins: { providers: [{ name: ncloud, path: ../../bin }] }";
    expect(output).to.contain(said);
    expect(await service.calls()).to.deep.equal([]);

    await sandbox.pulumi("config", "set", "ncloud:host", "plugins");
    expect((await sandbox.pulumi("preview")).output).to.contain(
      'ncloud:host: "plugins" is not known. Give one of "dynamic", "plugin".',
    );
  });
});
