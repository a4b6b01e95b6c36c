import { expect } from "chai";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { otherPlugin, packOtherPlugin } from "./support/other-plugin.ts";

/** Both plugins in the engine's cache, as users of two packages have them. */
async function install(sandbox: Sandbox): Promise<void> {
  sandbox.environment["PULUMI_HOME"] = join(sandbox.folder, "home");
  const archives = join(sandbox.folder, "archives");
  mkdirSync(archives);
  const env = process.env as Record<string, string>;
  const packed = await runCommand("node", ["scripts/pack-plugin.ts", archives], { cwd: repository, env });
  expect(packed.code, packed.output).to.equal(0);
  const [, version = ""] = /-v([^-]+)-/.exec(readdirSync(archives)[0] ?? "") ?? [];
  const own = join(archives, `pulumi-resource-ncloud-v${version}-linux-amd64.tar.gz`);
  const other = await packOtherPlugin(join(sandbox.folder, "other"));
  for (const [wanted, file] of [
    [version, own],
    [otherPlugin.version, other],
  ] as const) {
    const { code, output } = await sandbox.pulumi("plugin", "install", "resource", "ncloud", wanted, "--file", file);
    expect(code, output).to.equal(0);
  }
  // Which stack is chosen stands in that folder, too.
  await sandbox.pulumi("stack", "select", "test");
}

describe("two plugins of one name", function () {
  this.timeout(180_000);

  it("work in one program and one state, each with its own types and version", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    await install(sandbox);
    sandbox.program(`
      const thing = new pulumi.CustomResource("${otherPlugin.type}", "thing", { of: "somebody else" }, { version: "${otherPlugin.version}" });
      const shop = new ncloud.Pipeline("shop", { tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] }, { dependsOn: thing });
      exports.ids = [thing.id, shop.id];
    `);
    await sandbox.pulumi("config", "set", "ncloud:host", "plugin");
    await sandbox.pulumi("config", "set", "ncloud:region", "KR");

    const up = await sandbox.pulumi("up", "--yes");
    expect(up.code, up.output).to.equal(0);
    expect(up.output).to.contain(`made-by-${otherPlugin.version}`);
    const made = (await service.pipelines()).at(-1);
    expect(up.output).to.contain(`"${String(made?.id)}"`);

    for (const words of [
      ["preview", "--expect-no-changes"],
      ["refresh", "--yes", "--expect-no-changes"],
    ]) {
      const { code, output } = await sandbox.pulumi(...words);
      expect(code, output).to.equal(0);
    }
    const state = (await sandbox.pulumi("stack", "export")).stdout;
    expect(state)
      .to.contain("providers:ncloud::default_9_9_9")
      .and.match(/providers:ncloud::default_\d+_\d+_\d+::/);

    // Where the project's file says where ours is, it says for which version: else it would stand for both.
    const [, version = ""] = /"version": "(\d+\.\d+\.\d+)"/.exec(state.slice(state.indexOf("default_0"))) ?? [];
    await sandbox.pulumi("plugin", "rm", "resource", "ncloud", version, "--yes");
    const entry = `{ name: ncloud, version: ${version}, path: ../../bin }`;
    writeFileSync(
      join(sandbox.folder, "Pulumi.yaml"),
      `name: sandbox\nruntime: nodejs\nplugins: { providers: [${entry}] }\n`,
    );
    const declared = await sandbox.pulumi("preview", "--expect-no-changes");
    expect(declared.code, declared.output).to.equal(0);

    const destroyed = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
    expect(destroyed.code, destroyed.output).to.equal(0);
    expect((await service.pipelines()).map(({ id }) => id)).to.not.include(made?.id);
  });
});
