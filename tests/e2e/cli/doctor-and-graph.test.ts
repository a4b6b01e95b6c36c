import { expect } from "chai";
import { createSandbox, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

describe("sourcepipeline doctor and graph", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;
  let cli: ReturnType<typeof cliOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
    cli = cliOf(sandbox);
    sandbox.program(`
      const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
      const tasks = [{ name: "build", type: "SourceBuild", projectId: build.id }];
      const base = new ncloud.Pipeline("base", { name: "base", tasks });
      new ncloud.Pipeline("next", { name: "next", tasks, triggers: { pipelines: [{ id: base.id }] } });`);
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  describe("doctor", () => {
    it("finds everything well, in a line each", async () => {
      const { code, stdout, output } = await cli("doctor");
      expect(code, output).to.equal(0);
      // The CLI of the tests may be one that was built here, which the doctor reports.
      const built = "! CLI folder: ";
      const lines = stdout
        .trim()
        .split("\n")
        .map((line) => (line.startsWith(built) ? line.replace(built, "✔ CLI folder: ") : line));
      expect(
        lines.every((line) => /^✔ [A-Za-z@/ ]+: /.test(line)),
        output,
      ).to.equal(true);
      expect(lines).to.include.members([
        "✔ access key: from NCLOUD_ACCESS_KEY",
        "✔ location: region KR, platform vpc, site public",
        "✔ pipelines: 2",
        "✔ scenarios: 2",
      ]);
      expect(output).to.not.contain(sandbox.emulator.secretKey).and.not.contain(sandbox.emulator.accessKey);
    });

    it("checks with a stack's configuration", async () => {
      await sandbox.pulumi("config", "set", "--secret", "ncloud:secretKey", "of-the-stack");
      const { code, output } = await cli("doctor", "--stack");
      await sandbox.pulumi("config", "rm", "ncloud:secretKey");
      expect(code).to.equal(1);
      expect(output).to.contain("✔ secret key: from the stack's configuration").and.contain("✖ pipelines: ");
      expect(output).to.contain("– other lists: not tried").and.not.contain("of-the-stack");
    });

    it("names a permission that is missing, and goes on", async () => {
      const rule = { operation: "getDeployProjects", status: 401, body: denied };
      await service.admin("POST", "faults", { rules: [rule] });
      const { code, output } = await cli("doctor");
      await service.admin("DELETE", "faults");
      expect(code).to.equal(1);
      expect(output).to.match(/✖ deploy projects: .*Give the account of this access key a SourcePipeline policy/);
      expect(output).to.contain("✔ build projects: 2").and.contain("– stages: there is nothing to look into");
    });

    it("sees a clock that is wrong", async () => {
      await service.admin("PATCH", "settings", { clockOffsetMs: 400_000 });
      const { code, output } = await cli("doctor");
      await service.admin("PATCH", "settings", { clockOffsetMs: null });
      expect(code).to.equal(1);
      expect(output).to.match(
        /✖ clock: the service's is (399|400) s ahead of this machine's, .* Set this machine's clock\./,
      );
    });

    it("gives the hint for missing keys and a dead endpoint", async () => {
      const { NCLOUD_ACCESS_KEY: accessKey = "", ...rest } = sandbox.environment;
      const bare = { ...sandbox, environment: { ...rest, HOME: sandbox.folder } };
      expect((await cliOf(bare)("doctor")).output).to.contain("✖ configuration: There is no access key");
      const dead = { ...rest, NCLOUD_ACCESS_KEY: accessKey, NCLOUD_API_GW: "http://127.0.0.1:1" };
      const { code, output } = await cliOf({ ...sandbox, environment: dead })("doctor");
      expect(code).to.equal(1);
      expect(output).to.match(/✖ pipelines: .*the connection was refused.*Check the endpoint/);
    });

    it("misses a CLI that is not there", async () => {
      const environment = { ...sandbox.environment, PATH: "/nowhere" };
      const { code, output } = await cliOf({ ...sandbox, environment })("doctor");
      expect(code).to.equal(1);
      expect(output).to.match(/✖ Pulumi CLI: .*is on PATH \(https:/);
    });
  });

  describe("graph", () => {
    it("draws the account and the stack alike, and a stack without asking the service", async () => {
      await service.calls();
      for (const format of ["text", "mermaid", "dot", "markdown"]) {
        const account = await cli("graph", "--format", format);
        expect(account.code, account.output).to.equal(0);
        expect(await service.calls()).to.satisfy(readsOnly);
        const stack = await cli("graph", "--format", format, "--stack", "test");
        expect(stack.output).to.equal(account.output);
        expect(await service.calls()).to.deep.equal([]);
      }
      expect((await cli("graph")).output).to.contain("then: next");
    });

    it("draws some of them, and names what is near to a name that is not there", async () => {
      expect((await cli("graph", "next")).output).to.match(/^next \(id \d+\)\n {2}starts: after pipeline \d+\n/);
      expect((await cli("graph", "nest", "--stack")).output).to.match(
        /^Pipeline "nest" does not exist in this stack\. Did you mean "next"/,
      );
      expect((await cli("graph", "--format", "png")).code).to.equal(1);
    });
  });
});

const denied = { error: { errorCode: "210", message: "Permission Denied", details: "" } };
