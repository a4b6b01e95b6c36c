import { expect } from "chai";
import type { DriftReport } from "../../../cli/drift/drift-report.ts";
import { createSandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { killDuringCreate } from "./support/kill-create.ts";
import { cliOf } from "./support/run-cli.ts";

const pipeline = (resource: string, name: string, more = "") =>
  `new ncloud.Pipeline("${resource}", { name: "${name}", ${more}tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });`;

describe("a pipeline that an interrupted create left behind, and that the program then calls otherwise", function () {
  this.timeout(90_000);

  it("is named with its id by drift and doctor until it is taken over or gone, and cleared", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    const cli = cliOf(sandbox);
    const pendingCreates = async () => {
      const { code, stdout, output } = await cli("drift", "--json");
      expect(code, output).to.be.oneOf([0, 7]);
      return { code, pending: (JSON.parse(stdout) as DriftReport).pendingCreates };
    };

    sandbox.program(pipeline("shop", "shop"));
    await killDuringCreate(sandbox);
    await sandbox.pulumi("cancel", "--yes");
    const [left] = await service.pipelines();
    const id = String(left?.id);

    sandbox.program(pipeline("shop", "store"));
    const up = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(up.code, up.output).to.equal(0);
    expect((await service.pipelines()).map(({ name }) => name)).to.deep.equal(["shop", "store"]);

    const text = await cli("drift");
    expect(text.code, text.output).to.equal(7);
    expect(text.output).to.contain(`! shop: pipeline ${id} may be its outcome. Declare it with adopt: "${id}"`);
    const { code, pending } = await pendingCreates();
    expect(code).to.equal(7);
    expect(pending.map(({ name, candidates }) => ({ name, candidates }))).to.deep.equal([
      { name: "shop", candidates: [{ name: "shop", id }] },
    ]);
    const doctor = await cli("doctor", "--stack");
    expect(doctor.code).to.equal(1);
    expect(doctor.output).to.contain(`✖ interrupted creates: "shop": pipeline ${id} may be its outcome.`);

    // As the hint says.
    sandbox.program(pipeline("shop", "store") + pipeline("former", "shop", `adopt: "${id}", `));
    expect((await sandbox.pulumi("up", "--yes", "--skip-preview")).code).to.equal(0);
    expect(await pendingCreates()).to.deep.include({ code: 0 });
    expect((await pendingCreates()).pending[0]?.candidates).to.deep.equal([]);
    expect((await cli("doctor", "--stack")).output).to.contain(
      '✖ interrupted creates: "shop": no pipeline "shop" was left behind. Run "pulumi refresh --clear-pending-creates".',
    );
    const cleared = await sandbox.pulumi("refresh", "--yes", "--clear-pending-creates");
    expect(cleared.code, cleared.output).to.equal(0);
    expect(await pendingCreates()).to.deep.equal({ code: 0, pending: [] });
    expect((await cli("doctor", "--stack")).output).to.contain("✔ interrupted creates: none");
  });

  it("is found under an explicit provider with that provider's own keys", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    const state = await service.admin<object>("GET", "state");
    const [accessKey, secretKey] = ["OTHER", "OTHER-SECRET-KEY"];
    await service.admin("PUT", "state", { ...state, permissions: [{ accessKey, secretKey }] });
    const provider = `const provider = new ncloud.Provider("other", ${JSON.stringify({ accessKey, secretKey })});`;
    const under = (name: string) => provider + pipeline("shop", name).replace(/\);$/, ", { provider });");
    sandbox.program(under("base"));
    expect((await sandbox.pulumi("up", "--yes", "--skip-preview")).code).to.equal(0);
    sandbox.program(`${under("base")}${pipeline("next", "next").replace(/\);$/, ", { provider });")}`);
    await killDuringCreate(sandbox);
    await sandbox.pulumi("cancel", "--yes");

    await service.admin("DELETE", "requests");
    // The keys of the stack open nothing here.
    sandbox.environment["NCLOUD_ACCESS_KEY"] = "NOBODY";
    const { stdout, output } = await cliOf(sandbox)("drift", "--json");
    const left = (await service.pipelines()).find(({ name }) => name === "next");
    expect((JSON.parse(stdout) as DriftReport).pendingCreates.map(({ candidates }) => candidates)).to.deep.equal([
      [{ name: "next", id: String(left?.id) }],
    ]);
    expect(output).to.not.contain(secretKey);
  });
});
