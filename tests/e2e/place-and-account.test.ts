import { expect } from "chai";
import { createEmulator } from "../../emulator/index.ts";
import { createSandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const program =
  'new ncloud.Pipeline("shop", { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });';

describe("place and account of a pipeline", function () {
  this.timeout(60_000);

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
