import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const tasks = 'tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }]';
const wire = [{ name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] }];
const pipeline = (resource: string, args: string): string =>
  `new ncloud.Pipeline("${resource}", { ${args} ${tasks} });`;

describe("one pipeline has one owner, on the real engine", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  /** An account with a pipeline of another team, and a stack without resources. */
  beforeEach(async () => {
    sandbox.program("");
    expect((await sandbox.pulumi("destroy", "--yes", "--skip-preview")).code).to.equal(0);
    const state = await service.admin<object>("GET", "state");
    await service.admin("PUT", "state", { ...state, pipelines: [{ id: 4242, name: "theirs", tasks: wire }] });
    await service.calls();
  });

  const run = async (...words: string[]): Promise<string> => {
    const { code, output } = await sandbox.pulumi(...words);
    expect(code, output).to.equal(0);
    return output;
  };
  const failing = async (...words: string[]): Promise<string> => {
    const { code, output } = await sandbox.pulumi(...words);
    expect(code, output).to.not.equal(0);
    return output;
  };
  const writes = async (): Promise<string[]> => (await service.calls()).filter((name) => !name.startsWith("get"));

  const twice: Readonly<Record<string, [string, string]>> = {
    "by the same id": ['adopt: "4242",', 'adopt: "4242",'],
    "by the same name": ['name: "theirs", adopt: true,', 'name: "theirs", adopt: true,'],
    "by id and by name": ['adopt: "4242",', 'name: "theirs", adopt: true,'],
  };
  for (const [how, [one, other]] of Object.entries(twice)) {
    it(`two resources that adopt a pipeline ${how} are an error at preview`, async () => {
      sandbox.program(pipeline("one", one) + pipeline("other", other));
      expect(await failing("up", "--yes")).to.contain("NCSP112");
      expect(await writes()).to.deep.equal([]);
    });
  }

  it("adopting what another resource of the stack manages is an error, and nothing is sent", async () => {
    sandbox.program(pipeline("one", 'name: "shared",'));
    await run("up", "--yes", "--skip-preview");
    const [{ id } = { id: 0 }] = (await service.pipelines()).filter(({ name }) => name === "shared");
    await service.calls();
    sandbox.program(
      pipeline("one", 'name: "shared",') + pipeline("other", `description: "mine", adopt: "${String(id)}",`),
    );
    expect(await failing("up", "--yes")).to.contain("NCSP112");
    expect(await writes()).to.deep.equal([]);
  });

  it("a renamed resource takes its pipeline along: the first one is being removed in the same command", async () => {
    sandbox.program(pipeline("one", 'name: "moving",'));
    await run("up", "--yes", "--skip-preview");
    const [before] = (await service.pipelines()).filter(({ name }) => name === "moving");
    sandbox.program(pipeline("renamed", 'name: "moving", adopt: true,'));
    await run("up", "--yes");
    const [after] = (await service.pipelines()).filter(({ name }) => name === "moving");
    expect(after?.id).to.equal(before?.id);
  });

  it("a renamed resource may take its pipeline along to another provider of the same account, too", async () => {
    sandbox.program(pipeline("one", 'name: "moving",'));
    await run("up", "--yes", "--skip-preview");
    const [before] = (await service.pipelines()).filter(({ name }) => name === "moving");
    sandbox.program(`const second = new ncloud.Provider("second", { region: "KR" });
      new ncloud.Pipeline("renamed", { name: "moving", adopt: true, ${tasks} }, { provider: second });`);
    await run("up", "--yes");
    const [after] = (await service.pipelines()).filter(({ name }) => name === "moving");
    expect(after?.id).to.equal(before?.id);
    await run("refresh", "--yes", "--expect-no-changes");
  });

  it("two providers of one account are no two owners", async () => {
    sandbox.program(`${pipeline("one", 'name: "theirs", adopt: "4242",')}
      const second = new ncloud.Provider("second", { region: "KR" });
      new ncloud.Pipeline("other", { adopt: "4242", ${tasks} }, { provider: second });`);
    expect(await failing("up", "--yes", "--skip-preview")).to.contain("NCSP112");
  });

  it("a target does not get around the other owner", async () => {
    sandbox.program(pipeline("one", 'name: "shared",'));
    await run("up", "--yes", "--skip-preview");
    const [{ id } = { id: 0 }] = (await service.pipelines()).filter(({ name }) => name === "shared");
    await service.calls();
    sandbox.program(
      pipeline("one", 'name: "shared",') + pipeline("other", `description: "mine", adopt: "${String(id)}",`),
    );
    expect(await failing("up", "--yes", "--skip-preview", "--target", "**other")).to.contain("NCSP112");
    expect(await writes()).to.deep.equal([]);
  });

  it("a renamed resource without an alias is told at preview how to take its pipeline along", async () => {
    sandbox.program(pipeline("one", 'name: "moving",'));
    await run("up", "--yes", "--skip-preview");
    sandbox.program(pipeline("renamed", 'name: "moving",'));
    expect(await failing("preview"))
      .to.match(/add adopt: "\d+"/)
      .and.contain("NCSP113");
  });

  it("names that are not known yet are not called equal", async () => {
    sandbox.program(`${pipeline("base", "")} const later = new ncloud.Pipeline("later", { ${tasks} });
      const name = (suffix) => later.taskIds.apply((ids) => "p-" + ids.build + suffix);
      new ncloud.Pipeline("one", { name: name("a"), ${tasks} });
      new ncloud.Pipeline("other", { name: name("b"), ${tasks} });`);
    await run("up", "--yes");
  });

  it("two equal names in one program show at preview, and nothing is made", async () => {
    sandbox.program(pipeline("one", 'name: "same",') + pipeline("other", 'name: pulumi.output("same"),'));
    const output = await failing("preview");
    expect(output).to.contain("NCSP112").and.contain("same");
    expect(output).to.not.contain("adopt: ");
    expect(await writes()).to.deep.equal([]);
  });

  it("a name that the account has already shows at preview, with its id", async () => {
    sandbox.program(pipeline("one", 'name: "theirs",'));
    expect(await failing("preview"))
      .to.contain('A pipeline named "theirs" exists already, with id 4242')
      .and.contain("NCSP113");
  });

  it("two resources that swap their names are told the way, and never to adopt what the other one manages", async () => {
    sandbox.program(pipeline("one", 'name: "a",') + pipeline("other", 'name: "b",'));
    await run("up", "--yes", "--skip-preview");
    await service.calls();
    sandbox.program(pipeline("one", 'name: "b",') + pipeline("other", 'name: "a",'));
    for (const words of [["preview"], ["up", "--yes", "--skip-preview"]]) {
      const output = await failing(...words);
      expect(output).to.contain("another resource of this stack").and.contain("that is new");
      expect(output).to.not.contain("add adopt");
    }
    expect(await writes()).to.deep.equal([]);

    // The way that the message names.
    sandbox.program(pipeline("one", 'name: "c",') + pipeline("other", 'name: "b",'));
    await run("up", "--yes");
    sandbox.program(pipeline("one", 'name: "c",') + pipeline("other", 'name: "a",'));
    await run("up", "--yes");
    sandbox.program(pipeline("one", 'name: "b",') + pipeline("other", 'name: "a",'));
    await run("up", "--yes");
    expect((await service.pipelines()).map(({ name }) => name).sort()).to.deep.equal(["a", "b", "theirs"]);
  });
});
