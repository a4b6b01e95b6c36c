import { expect } from "chai";
import { createEmulator } from "../../../emulator/index.ts";
import { createSandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

describe("sourcepipeline drift, with two accounts in a stack", function () {
  this.timeout(60_000);

  it("takes nothing of the one account for an explanation of the other", async () => {
    await using sandbox = await createSandbox();
    await using other = await createEmulator({ log: "silent", accessKey: "OTHER", secretKey: "OTHER-SECRET" });
    sandbox.program(`
      const provider = new ncloud.Provider("other", { endpoint: "${other.url}", accessKey: "OTHER", secretKey: "OTHER-SECRET" });
      const args = { name: "same", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] };
      new ncloud.Pipeline("here", args);
      new ncloud.Pipeline("there", args, { provider });`);
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
    expect((await cliOf(sandbox)("drift")).code).to.equal(0);

    // A pipeline of its name exists in the first account, under another id or the same.
    await serviceOf(sandbox.emulator).edit((pipelines) => [...pipelines, { ...pipelines[0]!, id: 9999 }]);
    await serviceOf(other).edit(() => []);
    const { code, output } = await cliOf(sandbox)("drift");
    expect(code, output).to.equal(7);
    expect(output).to.match(/- same \(id \d+\) was deleted\n/);
    expect(output).to.not.contain("another pipeline has its name").and.not.contain("OTHER-SECRET");
  });
});
