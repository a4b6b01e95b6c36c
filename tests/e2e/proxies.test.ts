import { expect } from "chai";
import { startLoopbackProxy, type LoopbackProxy } from "../contract/http/loopback-proxy.ts";
import { cliOf } from "./cli/support/run-cli.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf, type LoggedRequest } from "./support/service.ts";

describe("behind a proxy", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let proxy: LoopbackProxy;

  before(async () => {
    proxy = await startLoopbackProxy();
    proxy.demand("ci:s3cret-Word");
    sandbox = await createSandbox();
    // The upper case: gRPC, by which engine and program talk, reads the lower one and would need no_proxy.
    sandbox.environment["HTTP_PROXY"] = `http://ci:s3cret-Word@${proxy.host}`;
    sandbox.program(`
      new ncloud.Pipeline("shop", { tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });`);
  });
  after(async () => {
    await sandbox[Symbol.asyncDispose]();
    await proxy.close();
  });

  for (const NODE_USE_ENV_PROXY of ["0", "1"]) {
    it(`passes every request of up and destroy through it, with NODE_USE_ENV_PROXY=${NODE_USE_ENV_PROXY}`, async () => {
      sandbox.environment["NODE_USE_ENV_PROXY"] = NODE_USE_ENV_PROXY;
      const service = serviceOf(sandbox.emulator);
      await service.admin("DELETE", "requests");
      proxy.asked.length = 0;
      for (const command of ["up", "destroy"]) {
        const { code, output } = await sandbox.pulumi(command, "--yes", "--skip-preview");
        expect(code, output).to.equal(0);
        expect(output).to.not.include("s3cret-Word");
      }
      const requests = await service.admin<LoggedRequest[]>("GET", "requests");
      const passed = proxy.asked.map(({ method, target }) => `${method} ${new URL(target).pathname}`);
      expect(passed).to.have.members(requests.map(({ method, path }) => `${method} ${path}`));
      expect(passed.map((request) => request.split(" ")[0])).to.include.members(["POST", "DELETE"]);
    });
  }

  it("the doctor names it, without the password", async () => {
    const { code, output } = await cliOf(sandbox)("doctor");
    expect(code, output).to.equal(0);
    expect(output).to.include(`✔ proxy: ${proxy.host}, from HTTP_PROXY`).and.not.include("s3cret-Word");
  });
});
