import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const program = (args: string, options = ""): string =>
  `new ncloud.Pipeline("shop", { ${args} tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] }, { ${options} });`;

/** What replaces a pipeline, with the program before it and the command that does it. */
const replacements: Readonly<
  Record<string, { before: string; after: string; words?: (urn: string) => string[]; region?: string }>
> = {
  "another region, with a name": { before: 'name: "shop",', after: 'name: "shop",', region: "SGN" },
  "another region, without a name": { before: "", after: "", region: "SGN" },
  "another name": { before: 'name: "shop",', after: 'name: "store",' },
  "--replace, without a name": { before: "", after: "", words: (urn) => ["--replace", urn] },
};

describe("a pipeline that is replaced, on the real engine", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  const up = (...words: string[]): ReturnType<Sandbox["pulumi"]> => sandbox.pulumi("up", "--yes", ...words);
  const expectSettled = async (): Promise<void> => {
    const { code, output } = await sandbox.pulumi("preview", "--refresh", "--expect-no-changes");
    expect(code, output).to.equal(0);
  };
  const urn = async (): Promise<string> => {
    const state = JSON.parse((await sandbox.pulumi("stack", "export")).stdout) as {
      deployment: { resources: { urn: string }[] };
    };
    return state.deployment.resources.find((resource) => resource.urn.includes(":Pipeline::"))?.urn ?? "";
  };
  /** The requests that changed something, in their order. */
  const writes = async (): Promise<string[]> => (await service.calls()).filter((name) => !name.startsWith("get"));
  const refused = { error: { errorCode: 340400, message: "not today", details: "" } };

  beforeEach(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  for (const [cause, { before, after, words = () => [], region = "KR" }] of Object.entries(replacements)) {
    it(`for ${cause}: the new one is there before the old one goes, and a refused creation costs nothing`, async () => {
      sandbox.program(program(before));
      expect((await up("--skip-preview")).code).to.equal(0);
      const [old] = await service.pipelines();
      const commandWords = words(await urn());
      await service.calls();

      sandbox.environment["NCLOUD_REGION"] = region;
      sandbox.program(program(after));
      await service.admin("POST", "faults", { rules: [{ operation: "createProject", status: 400, body: refused }] });
      const failed = await up(...commandWords);
      expect(failed.code, failed.output).to.not.equal(0);
      expect(failed.output).to.contain("not today");
      expect(await writes()).to.deep.equal(["createProject"]);
      expect(await service.pipelines()).to.deep.equal([old]);

      await service.admin("DELETE", "faults");
      const { code, output } = await up(...commandWords);
      expect(code, output).to.equal(0);
      expect(await writes()).to.deep.equal(["createProject", "deleteProject"]);
      const [next, ...others] = await service.pipelines();
      expect(others).to.deep.equal([]);
      expect(next?.id).to.not.equal(old?.id);
      await expectSettled();
    });
  }

  it("after a taint, without a name, twice: each gets a new name and leaves one pipeline", async () => {
    sandbox.program(program(""));
    await up("--skip-preview");
    const names = [(await service.pipelines())[0]?.name];
    for (let round = 0; round < 2; round++) {
      await sandbox.pulumi("state", "taint", await urn());
      await service.calls();
      const { code, output } = await up();
      expect(code, output).to.equal(0);
      expect(await writes()).to.deep.equal(["createProject", "deleteProject"]);
      const [pipeline, ...others] = await service.pipelines();
      expect(others).to.deep.equal([]);
      names.push(pipeline?.name);
    }
    expect(new Set(names).size).to.equal(3);
    await expectSettled();
  });

  it("by --replace under a name of the program's own fails before it harms, and tells what to do", async () => {
    sandbox.program(program('name: "shop",'));
    await up("--skip-preview");
    await service.calls();
    const { code, output } = await up("--replace", await urn());
    expect(code).to.not.equal(0);
    expect(output).to.contain('A pipeline named "shop" exists already').and.contain("deleteBeforeReplace: true");
    expect(await writes()).to.deep.equal([]);
    await expectSettled();

    sandbox.program(program('name: "shop",', "deleteBeforeReplace: true"));
    const replaced = await up("--replace", await urn());
    expect(replaced.code, replaced.output).to.equal(0);
    expect(await writes()).to.deep.equal(["deleteProject", "createProject"]);
    expect(await service.pipelines()).to.have.length(1);
  });

  it("of what the program only read, and now declares, is told at preview how to take it over", async () => {
    sandbox.program(program('name: "shop",'));
    await up("--skip-preview");
    const [old] = await service.pipelines();
    await sandbox.pulumi("state", "delete", await urn());
    sandbox.program(`ncloud.Pipeline.get("shop", "${String(old?.id)}");`);
    const got = await up("--skip-preview");
    expect(got.code, got.output).to.equal(0);

    sandbox.program(program('name: "shop",'));
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    expect(output)
      .to.contain("NCSP113")
      .and.contain(`add adopt: "${String(old?.id)}"`);
    expect(output).to.not.contain("deleteBeforeReplace");
  });

  it("of a pipeline that was deleted by hand, whose name somebody took, shows at preview", async () => {
    sandbox.program(program('name: "shop",'));
    await up("--skip-preview");
    await service.edit((pipelines) =>
      pipelines.map((old) => ({
        ...old,
        id: 4242,
        tasks: old.tasks.map(({ name, type, config, linkedTasks }) => ({ name, type, config, linkedTasks })),
      })),
    );
    const { code, output } = await sandbox.pulumi("preview", "--refresh");
    expect(code).to.not.equal(0);
    expect(output).to.contain("NCSP113").and.contain('add adopt: "4242"').and.not.contain("deleteBeforeReplace");
  });

  it("is not for the same region in other letters", async () => {
    sandbox.program(program(""));
    sandbox.environment["NCLOUD_REGION"] = "KR";
    await up("--skip-preview");
    sandbox.environment["NCLOUD_REGION"] = "kr";
    const { code, output } = await sandbox.pulumi("preview", "--expect-no-changes");
    expect(code, output).to.equal(0);
  });
});
