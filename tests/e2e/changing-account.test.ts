import { expect } from "chai";
import { makers } from "./support/makers.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const build = '{ name: "build", type: "SourceBuild", projectId: 20632 }';

/** Programs that make what their pipelines name; each has a pipeline of which the check reads all lists before. */
const programs: Readonly<Record<string, string>> = {
  "uses the id of a build project": `
    const api = new Made("api", { kind: "buildProjects", name: "new-api" }, { dependsOn: [first] });
    new ncloud.Pipeline("second", { tasks: [{ name: "build", type: "SourceBuild", projectId: api.projectId }] });`,
  "names a repository by an output of the resource that makes it": `
    const repository = new Made("repo", { kind: "repositories", name: "new-repo" }, { dependsOn: [first] });
    new ncloud.Pipeline("second", { tasks: [build], triggers: {
      repositories: [{ name: repository.name, branch: "main" }],
    } });`,
  "names a repository by its output, with dependsOn": `
    const repository = new Made("repo", { kind: "repositories", name: "new-repo" }, { dependsOn: [first] });
    new ncloud.Pipeline("second", { tasks: [build], triggers: {
      repositories: [{ name: repository.name, branch: "main" }],
    } }, { dependsOn: [repository] });`,
  "names a repository in plain text, with dependsOn": `
    const repository = new Made("repo", { kind: "repositories", name: "new-repo" }, { dependsOn: [first] });
    new ncloud.Pipeline("second", { tasks: [build], triggers: {
      repositories: [{ name: "new-repo", branch: "main" }],
    } }, { dependsOn: repository });`,
  "waits for a component that makes a repository": `
    class Home extends pulumi.ComponentResource {
      constructor(name) {
        super("shop:index:Home", name);
        new Made("repo", { kind: "repositories", name: "new-repo" }, { parent: this, dependsOn: [first] });
      }
    }
    new ncloud.Pipeline("second", { tasks: [build], triggers: {
      repositories: [{ name: "new-repo", branch: "main" }],
    } }, { dependsOn: [new Home("home")] });`,
  "looks a build project up by the name of the resource that makes it": `
    const api = new Made("api", { kind: "buildProjects", name: "new-api" }, { dependsOn: [first] });
    const found = ncloud.getBuildProjectOutput({ name: api.name });
    const all = ncloud.getBuildProjectsOutput({ search: api.name });
    new ncloud.Pipeline("second", { tasks: [
      ncloud.buildTask("build", { project: api.name }),
      { name: "again", type: "SourceBuild", projectId: found.id, linkedTasks: ["build"] },
      { name: "listed", type: "SourceBuild", projectId: all.apply(([one]) => one.id), linkedTasks: ["again"] },
    ] });`,
  "looks a build project up in plain text, with dependsOn": `
    const api = new Made("api", { kind: "buildProjects", name: "new-api" }, { dependsOn: [first] });
    new ncloud.Pipeline("second", { tasks: [ncloud.buildTask("build", { project: "new-api" }, { dependsOn: [api] })] });`,
};

describe("programs that make what their pipelines name, on the real engine", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let service: ReturnType<typeof serviceOf>;

  before(async () => {
    sandbox = await createSandbox();
    service = serviceOf(sandbox.emulator);
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  const run = async (...words: string[]): Promise<string> => {
    const { code, output } = await sandbox.pulumi(...words);
    expect(code, output).to.equal(0);
    return output;
  };
  const program = (text: string): void =>
    sandbox.program(`${makers(sandbox.emulator.url)}
      const build = ${build};
      const first = new ncloud.Pipeline("first", {
        tasks: [ncloud.buildTask("build", { project: "shop-api" })],
        triggers: { repositories: [{ name: "shop-api", branch: "main" }] },
      });
      ${text}`);

  for (const [title, text] of Object.entries(programs)) {
    it(`a pipeline that ${title}: preview, up, an unchanged up and destroy`, async () => {
      program(text);
      await run("up", "--yes");
      expect(await service.pipelines()).to.have.length(2);
      await run("up", "--yes", "--expect-no-changes");
      await run("destroy", "--yes");
      expect(await service.pipelines()).to.deep.equal([]);
    });
  }

  it("a pipeline whose build project is replaced in the same up follows it to the new id", async () => {
    const withProject = (name: string): void =>
      program(`const api = new Made("api", { kind: "buildProjects", name: "${name}" }, { dependsOn: [first] });
        new ncloud.Pipeline("second", { name: "second", tasks: [
          { name: "build", type: "SourceBuild", projectId: api.projectId },
          { name: "by-name", type: "SourceBuild", linkedTasks: ["build"],
            projectId: ncloud.getBuildProjectOutput({ name: api.name }).id },
        ] });`);
    withProject("old-api");
    await run("up", "--yes");
    const idsOf = async (): Promise<unknown[]> =>
      (await service.pipelines())
        .find(({ name }) => name === "second")
        ?.tasks.map(({ config }) => config["projectId"]) ?? [];
    const before = await idsOf();
    withProject("new-api");
    await run("up", "--yes");
    const after = await idsOf();
    expect(after[0]).to.be.a("number").and.not.equal(before[0]);
    expect(after[1]).to.equal(after[0]);
    await run("destroy", "--yes");
  });

  it("a mistyped name beside what is pending is still told in the preview", async () => {
    program(`const repository = new Made("repo", { kind: "repositories", name: "new-repo" }, { dependsOn: [first] });
      new ncloud.Pipeline("second", { tasks: [build], triggers: { repositories: [
        { name: repository.name, branch: "main" },
        { name: "shop-apy", branch: "main" },
      ] } });`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code, output).to.not.equal(0);
    expect(output).to.contain("triggers.repositories[1].name").and.contain("NCSP301");
    expect(output).to.not.contain("triggers.repositories[0].name");
  });

  it("a name that nothing makes is a mistake in an update, too", async () => {
    program(`new ncloud.Pipeline("second", { tasks: [
      { name: "build", type: "SourceBuild", projectId: 99999 },
    ] }, { dependsOn: [first] });`);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.not.equal(0);
    expect(output).to.contain("NCSP401");
    await run("destroy", "--yes");
  });
});
