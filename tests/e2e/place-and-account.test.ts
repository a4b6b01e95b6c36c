import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createEmulator } from "../../emulator/index.ts";
import { createSandbox } from "./support/sandbox.ts";
import { readsOnly, serviceOf } from "./support/service.ts";

const program =
  'new ncloud.Pipeline("shop", { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });';

describe("place and account of a pipeline", function () {
  this.timeout(60_000);

  it("a region in lowercase is the same one, in the configuration and in a state, and nothing is replaced", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    sandbox.program(program);
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    const [before] = await service.pipelines();

    sandbox.environment["NCLOUD_REGION"] = "kr";
    expect((await sandbox.pulumi("preview", "--refresh", "--expect-no-changes")).code).to.equal(0);

    const file = join(sandbox.folder, "state.json");
    await sandbox.pulumi("stack", "export", "--file", file);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"region": "KR"', '"region": "kr"'));
    await sandbox.pulumi("stack", "import", "--file", file);
    const refreshed = await sandbox.pulumi("refresh", "--yes", "--expect-no-changes");
    expect(refreshed.code, refreshed.output).to.equal(0);
    await service.calls();
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    expect(output).to.not.contain("replace");
    expect(await service.calls()).to.satisfy(readsOnly);
    expect(await service.pipelines()).to.deep.equal([before]);
    expect((await sandbox.pulumi("stack", "export")).stdout).to.not.contain('"region": "kr"');
  });

  it("another region is not searched for a pipeline of this one: a refresh keeps the state", async () => {
    await using sandbox = await createSandbox();
    sandbox.program(program);
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    sandbox.environment["NCLOUD_REGION"] = "SGN";
    const { code, output } = await sandbox.pulumi("refresh", "--yes");
    expect(code, output).to.equal(0);
    sandbox.environment["NCLOUD_REGION"] = "KR";
    expect((await sandbox.pulumi("preview", "--refresh", "--expect-no-changes")).code).to.equal(0);
  });

  it("another account's key never makes a stack look deleted", async () => {
    await using sandbox = await createSandbox();
    await using other = await createEmulator({ accessKey: "OTHER-ACCESS-KEY", secretKey: "OTHER-SECRET-KEY" });
    sandbox.program(program);
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    const own = { ...sandbox.environment };
    Object.assign(sandbox.environment, {
      NCLOUD_API_GW: other.url,
      NCLOUD_ACCESS_KEY: "OTHER-ACCESS-KEY",
      NCLOUD_SECRET_KEY: "OTHER-SECRET-KEY",
    });
    for (const words of [
      ["refresh", "--yes"],
      ["destroy", "--yes", "--skip-preview"],
    ]) {
      const { code, output } = await sandbox.pulumi(...words);
      expect(code, output).to.not.equal(0);
      expect(output).to.contain("written under another access key");
      expect(output).to.not.contain("OTHER-ACCESS-KEY");
    }
    Object.assign(sandbox.environment, own);
    expect((await sandbox.pulumi("preview", "--refresh", "--expect-no-changes")).code).to.equal(0);
    expect(await serviceOf(sandbox.emulator).pipelines()).to.have.length(1);
  });

  it("a renewed key works, and with it a pipeline that was deleted by hand is found to be gone", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    sandbox.program(program + program.replaceAll('"shop"', '"second"'));
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    await service.edit((pipelines) => pipelines.filter(({ name }) => name === "shop"));

    await using renewed = await createEmulator({ accessKey: "RENEWED-ACCESS-KEY", secretKey: "RENEWED-SECRET-KEY" });
    await serviceOf(renewed).admin("PUT", "state", await service.admin("GET", "state"));
    Object.assign(sandbox.environment, {
      NCLOUD_API_GW: renewed.url,
      NCLOUD_ACCESS_KEY: "RENEWED-ACCESS-KEY",
      NCLOUD_SECRET_KEY: "RENEWED-SECRET-KEY",
    });
    const { code, output } = await sandbox.pulumi("up", "--yes", "--refresh", "--skip-preview");
    expect(code, output).to.equal(0);
    const names = (await serviceOf(renewed).pipelines()).map(({ name }) => name);
    expect(names.sort()).to.deep.equal(["second", "shop"]);
  });
});
