import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const build = '{ name: "build", type: "SourceBuild", projectId: 20632 }';
const named = (args = ""): string => `new ncloud.Pipeline("shop", { name: "shop", tasks: [${build}], ${args} });`;
const unnamed = `new ncloud.Pipeline("shop", { tasks: [${build}] });`;

describe("a pipeline is never lost and never doubled, on the real engine", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  const fault = (rule: object): Promise<unknown> => service.admin("POST", "faults", { rules: [rule] });
  const healed = (): Promise<unknown> => service.admin("DELETE", "faults");
  const names = async (): Promise<string[]> => (await service.pipelines()).map(({ name }) => name);
  const up = (...words: string[]): ReturnType<Sandbox["pulumi"]> =>
    sandbox.pulumi("up", "--yes", "--skip-preview", ...words);
  const expectSettled = async (): Promise<void> => {
    const { code, output } = await sandbox.pulumi("preview", "--refresh", "--expect-no-changes");
    expect(code, output).to.equal(0);
  };
  beforeEach(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  it("a create whose answer is lost ends with one pipeline, in the state", async () => {
    await fault({ operation: "createProject", when: "after", kind: "reset", times: 1 });
    sandbox.program(named());
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    expect(await names()).to.deep.equal(["shop"]);
    await expectSettled();
  });

  it("a pipeline that cannot be read after its creation is kept, and the next up finishes it in place", async () => {
    await fault({ operation: "getProject", when: "before", status: 500, kind: "respond" });
    sandbox.program(named());
    const first = await up();
    expect(first.code, first.output).to.not.equal(0);
    expect(first.output).to.match(/Created pipeline "shop" \(id \d+\), but reading it back failed/);
    const [before] = await service.pipelines();

    await healed();
    const second = await up();
    expect(second.code, second.output).to.equal(0);
    expect((await service.pipelines()).map(({ id }) => id)).to.deep.equal([before?.id]);
    await expectSettled();
  });

  it("a refresh that is refused keeps the state", async () => {
    sandbox.program(named());
    await up();
    for (const status of [401, 403, 429, 500]) {
      await fault({ operation: "*", when: "before", status, kind: "respond" });
      const { code, output } = await sandbox.pulumi("refresh", "--yes");
      expect(code, `${String(status)}: ${output}`).to.not.equal(0);
      await healed();
    }
    sandbox.environment["NCLOUD_API_GW"] = `${sandbox.emulator.url}/wrong`;
    expect((await sandbox.pulumi("refresh", "--yes")).code).to.not.equal(0);
    sandbox.environment["NCLOUD_API_GW"] = sandbox.emulator.url;
    await expectSettled();
    expect(await names()).to.deep.equal(["shop"]);
  });

  it("a resource renamed with an alias keeps its pipeline", async () => {
    sandbox.program(unnamed);
    await up();
    await service.calls();
    sandbox.program(`new ncloud.Pipeline("renamed", { tasks: [${build}] }, { aliases: [{ name: "shop" }] });`);
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    expect((await service.calls()).filter((name) => !name.startsWith("get"))).to.deep.equal([]);
    await expectSettled();
  });

  it("a resource renamed without an alias takes its pipeline over with adopt, and the old one is not deleted", async () => {
    sandbox.program(named());
    await up();
    const [before] = await service.pipelines();
    sandbox.program(`new ncloud.Pipeline("renamed", { name: "shop", adopt: true, tasks: [${build}] });`);
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    expect((await service.pipelines()).map(({ id }) => id)).to.deep.equal([before?.id]);
    await expectSettled();
  });

  it("a pipeline that was taken over can be renamed, although the program still says adopt", async () => {
    sandbox.program(named());
    await up();
    const [before] = await service.pipelines();
    const adopting = (name: string): string =>
      `new ncloud.Pipeline("renamed", { name: "${name}", adopt: "${String(before?.id)}", tasks: [${build}] });`;
    sandbox.program(adopting("shop"));
    await up();
    sandbox.program(adopting("shop-2"));
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    expect(await names()).to.deep.equal(["shop-2"]);
    await expectSettled();
  });

  it("a pipeline that was taken over outlives its former resource, also when that is deleted by a later up", async () => {
    sandbox.program(named());
    await up();
    const [before] = await service.pipelines();
    const program = `new ncloud.Pipeline("renamed", { name: "shop", adopt: true, tasks: [${build}] });
      new ncloud.Pipeline("other", { name: "other", tasks: [${build}] });`;
    // The other one fails, so that the engine leaves its deletions to the next command.
    const taken = { error: { errorCode: 340400, message: "invalid", details: "" } };
    await fault({ operation: "createProject", when: "before", kind: "respond", status: 400, body: taken });
    sandbox.program(program);
    expect((await up()).code).to.not.equal(0);
    await healed();
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    const pipelines = await service.pipelines();
    expect(pipelines.map(({ name }) => name).sort()).to.deep.equal(["other", "shop"]);
    expect(pipelines.find(({ name }) => name === "shop")?.id).to.equal(before?.id);
    await expectSettled();
  });

  it("an update tells what somebody else changed in between", async () => {
    sandbox.program(named('description: "one"'));
    await up();
    await service.edit((pipelines) =>
      pipelines.map((pipeline) => ({
        ...pipeline,
        trigger: { ...pipeline.trigger, repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }] },
      })),
    );
    sandbox.program(named('description: "two"'));
    const { code, output } = await up();
    expect(code, output).to.equal(0);
    expect(output).to.match(/warning: Pipeline "shop" \(id \d+\) was changed by somebody else .*: triggers/);
  });

  it("customTimeouts end a create whose pipeline cannot be read, and keep its id for the next up", async () => {
    await fault({ operation: "getProject", when: "before", kind: "hang", times: 1 });
    sandbox.program(
      `new ncloud.Pipeline("shop", { name: "shop", tasks: [${build}] }, { customTimeouts: { create: "3s" } });`,
    );
    const first = await up();
    expect(first.code, first.output).to.not.equal(0);
    expect(first.output)
      .to.match(/Created pipeline "shop" \(id \d+\)/)
      .and.contain("customTimeouts");

    const second = await up();
    expect(second.code, second.output).to.equal(0);
    expect(await names()).to.deep.equal(["shop"]);
    await expectSettled();
  });

  it("a name that is taken is never taken over unasked", async () => {
    sandbox.program(named());
    await up();
    const [theirs] = await service.pipelines();
    await using other = await createSandbox();
    Object.assign(other.environment, { NCLOUD_API_GW: sandbox.emulator.url });
    other.program(named('description: "mine"'));
    const { code, output } = await other.pulumi("up", "--yes", "--skip-preview");
    expect(code).to.not.equal(0);
    expect(output)
      .to.contain(`exists already, with id ${String(theirs?.id)}`)
      .and.contain(`adopt: "${String(theirs?.id)}"`);
    expect(await service.pipelines()).to.deep.equal([theirs]);

    other.program(named(`description: "mine", adopt: "${String(theirs?.id)}"`));
    const preview = await other.pulumi("preview");
    expect(preview.output).to.match(/will be adopted by this stack. This changes: description/);
    const adopted = await other.pulumi("up", "--yes", "--skip-preview");
    expect(adopted.code, adopted.output).to.equal(0);
    expect(await service.pipelines()).to.have.nested.property("[0].description", "mine");
    other.program(named('description: "mine"'));
    expect((await other.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
  });
});
