import { expect } from "chai";
import type { DriftReport } from "../../../cli/drift/drift-report.ts";
import { cliOf } from "../cli/support/run-cli.ts";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { choose, declarePlugin } from "./support/use-plugin.ts";

const names = ["edited", "deleted", "elsewhere", "same"];

const program = `
  const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
  const other = new ncloud.Provider("other", { region: "KR" });
  for (const name of ${JSON.stringify(names)}) new ncloud.Pipeline(name, {
    name,
    description: "Shop",
    tasks: [{ name: "build", type: "SourceBuild", projectId: build.id, branch: "main" }],
  }, name === "elsewhere" ? { provider: other } : {});`;

describe("the commands over a stack of the packaged plugin", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let cli: ReturnType<typeof cliOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
    cli = cliOf(sandbox);
    declarePlugin(sandbox);
    await choose(sandbox, "plugin");
    sandbox.program(program);
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
  });
  after(() => sandbox[Symbol.asyncDispose]());

  it("drift is silent while all is as it was left, and reports each pipeline that changed", async () => {
    const unchanged = await cli("drift", "--json", "--unmanaged");
    expect(unchanged.code, unchanged.output).to.equal(0);
    const report = { checked: 4, pipelines: [], unmanaged: [], notes: [], otherResources: 0 };
    expect(JSON.parse(unchanged.stdout)).to.deep.include(report);

    const state = await service.admin<Seed>("GET", "state");
    const pipelines = state.pipelines
      .filter(({ name }) => name !== "deleted")
      .map((one) => (one.name === "edited" ? { ...one, description: "By hand" } : one));
    await service.admin("PUT", "state", { ...state, pipelines });
    const drifted = await cli("drift", "--json");
    await service.admin("PUT", "state", state);
    expect(drifted.code, drifted.output).to.equal(7);
    const found = (JSON.parse(drifted.stdout) as DriftReport).pipelines;
    expect(found.map(({ name, kind }) => [name, kind]).sort()).to.deep.equal([
      ["deleted", "deleted"],
      ["edited", "edited"],
    ]);
    const { changes = [] } = found.find(({ name }) => name === "edited") ?? {};
    expect(changes).to.have.length(1);
    expect(changes[0]).to.deep.include({ property: "description", before: "Shop", after: "By hand" });
  });

  it("graph draws the stack without asking the service, and check reads the program", async () => {
    await service.calls();
    const graph = await cli("graph", "--stack");
    expect(graph.code, graph.output).to.equal(0);
    for (const name of names) expect(graph.stdout).to.match(new RegExp(`^${name} `, "m"));
    expect(await service.calls()).to.deep.equal([]);

    sandbox.program(program.replace('branch: "main"', 'branch: "mian"'));
    const check = await cli("check");
    sandbox.program(program);
    expect(check.code, check.output).to.equal(1);
    for (const name of names) expect(check.stdout).to.match(new RegExp(`Pipeline "${name}".*\n.*mian`));
    expect(await service.calls()).to.satisfy(readsOnly);
  });

  it("preview names the pipelines that would change, and no other resource", async () => {
    sandbox.program(program.replace('description: "Shop"', 'description: "The shop"'));
    const preview = await cli("preview", "--stack", "test");
    sandbox.program(program);
    expect(preview.code, preview.output).to.equal(0);
    // All four to update, and nothing else to change.
    expect(preview.stdout).to.match(/\| `test` +\| 0 +\| 4 +\| 0 +\| 0 +\| 0 +\| 0 +\|/);
  });

  it("doctor names the plugin, and the Node that runs it", async () => {
    const found = await cli("doctor", "--stack");
    expect(found.code, found.output).to.equal(0);
    expect(found.stdout)
      .to.match(/^✔ plugin ncloud: .*, by Pulumi\.yaml$/m)
      .and.match(/^✔ Node of the plugin: \d/m);
  });
});

interface Seed {
  pipelines: { name: string; description?: string }[];
}
