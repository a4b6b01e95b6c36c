import { expect } from "chai";
import { createEmulator } from "../../../emulator/index.ts";
import { told, useCheck } from "./support/use-check.ts";

describe("the account of a program that sourcepipeline check runs", function () {
  this.timeout(120_000);
  const { url, keys, report, calls } = useCheck();

  it("looks the pipelines of runs up where there are keys, beside what is wrong with the rest", async () => {
    const program = `
      const base = new ncloud.Pipeline("base", { tasks: [task("a")] });
      new ncloud.PipelineRun("later", { pipelineId: base.id });
      new ncloud.PipelineRun("gone", { pipelineId: 4711, waitFr: "end" });
      new ncloud.Pipeline("wrong", { tasks: [{ name: "a", type: "SourceBuild", projectId: 99, lnkedTasks: [] }] });`;
    const found = await report({ "index.js": program }, keys());
    expect(found.failures).to.deep.equal([]);
    expect(told(found)).to.deep.equal([
      'Pipeline "wrong" tasks[0].lnkedTasks NCSP001',
      'Pipeline "wrong" tasks[0].projectId NCSP401',
      'PipelineRun "gone" waitFr NCSP001',
      'PipelineRun "gone" pipelineId NCSP501',
    ]);
    expect(found.runs.map(({ subject }) => subject)).to.deep.equal(['PipelineRun "gone"', 'PipelineRun "later"']);
    expect(found.errors).to.equal(4);
  });

  it("asks nobody when it is told so or has no keys, and takes what functions return for unknown", async () => {
    const files = {
      "index.js": `
        const one = ncloud.buildTask("one", { project: "none" });
        new ncloud.Pipeline("outputs", { tasks: [one, ncloud.deployTask("two", { project: "p", stage: "s", scenario: "x", linkedTasks: [one] })] });
        module.exports = (async () => {
          const { id } = await ncloud.getBuildProject({ name: "none" });
          const [first] = await ncloud.getPipelines();
          new ncloud.Pipeline("promises", { description: String(first), tasks: [{ name: "a", type: "SourceBuild", projectId: id }] });
          new ncloud.Pipeline("found", { tasks: [task("a", "b")] });
        })();`,
    };
    await calls();
    for (const offline of [await report(files), await report(files, keys(), "--offline")]) {
      expect(offline.failures).to.deep.equal([]);
      expect(offline.pipelines).to.have.length(3);
      expect(told(offline)).to.deep.equal(['Pipeline "found" tasks[0].linkedTasks[0] NCSP108']);
    }
    expect(await calls()).to.deep.equal([]);
  });

  it("looks names and ids up where there are keys, and says where", async () => {
    await calls();
    const found = await report(
      {
        "index.js": `
          const base = new ncloud.Pipeline("base", { tasks: [ncloud.buildTask("build", { project: "shop-api" })] });
          new ncloud.Pipeline("ids", { tasks: [{ name: "a", type: "SourceBuild", projectId: 99 }] });
          new ncloud.Pipeline("names", {
            tasks: [task("a")],
            triggers: { repositories: [{ name: "shop-apy", branch: "main" }], pipelines: [{ id: base.id }, { id: 99 }] },
          });
          new ncloud.Pipeline("made", {
            tasks: [task("a")],
            triggers: { repositories: [{ name: base.name.apply(() => "made-here"), branch: "main" }] },
          });`,
      },
      keys(),
    );
    expect(found.failures).to.deep.equal([]);
    expect(told(found)).to.deep.equal([
      'Pipeline "ids" tasks[0].projectId NCSP401',
      'Pipeline "names" triggers.repositories[0].name NCSP301',
      'Pipeline "names" triggers.pipelines[1].id NCSP312',
    ]);
    expect(found.pipelines[3]?.problems[0]?.hint).to.contain('Did you mean "shop-api"');
    expect(found.notes).to.deep.equal([`Names and ids were looked up at ${url()}, region KR.`]);
    expect(await calls())
      .to.include.members(["getProjects", "getBuildProjects", "getRepositories"])
      .and.satisfy((operations: string[]) => operations.every((operation) => operation.startsWith("get")));
  });

  it("gives the program the stack's configuration, and asks the stack's account unless its keys are encrypted", async () => {
    const program = `
      const config = new pulumi.Config();
      const { list } = config.requireObject("data");
      const description = [config.require("greeting"), config.get("name"), list[1], config.require("number")].join(" ");
      new ncloud.Pipeline("shop", { name: description, tasks: [{ name: "a", type: "SourceBuild", projectId: 99 }] });
      new ncloud.Pipeline("hidden", { description: config.requireSecret("hidden"), tasks: [task("a")] });`;
    const files = {
      "Pulumi.yaml":
        "name: shop\nruntime:\n  name: nodejs\nconfig:\n  greeting: { type: string, default: hello }\n  shop:number: 1\n",
      "Pulumi.dev.yaml": `config:
  shop:name: world
  shop:number: "007"
  shop:data: { list: [1, 2] }
  shop:hidden: { secure: v1:abc }
  ncloud:endpoint: ${url()}
  ncloud:accessKey: ${keys()["NCLOUD_ACCESS_KEY"]}
  ncloud:secretKey: ${keys()["NCLOUD_SECRET_KEY"]}
`,
      "index.js": program,
    };
    const plain = await report(files);
    expect(plain.failures).to.deep.equal([]);
    expect(told(plain)).to.deep.equal(['Pipeline "shop" name NCSP101', 'Pipeline "shop" tasks[0].projectId NCSP401']);
    expect(plain.pipelines[1]?.problems[0]?.what).to.contain('"hello world 2 007" is not a valid name');

    await calls();
    const encrypted = files["Pulumi.dev.yaml"].replace(/secretKey: .*/, "secretKey: { secure: v1:abc }");
    const unread = await report({ ...files, "Pulumi.dev.yaml": encrypted }, keys());
    expect(told(unread)).to.deep.equal(['Pipeline "shop" name NCSP101']);
    expect(unread.notes).to.deep.equal([
      "Names and ids were not looked up: ncloud:secretKey cannot be read without the engine.",
    ]);
    expect(await calls()).to.deep.equal([]);
  });

  it("asks the account of a provider for its pipelines", async () => {
    const other = await createEmulator({
      log: "silent",
      seed: {
        buildProjects: [{ id: 7, name: "only", source: { type: "SourceCommit", repository: "r", branch: "main" } }],
      },
    });
    try {
      const found = await report(
        {
          "index.js": `
            const provider = new ncloud.Provider("b", { endpoint: "${other.url}", secretKey: pulumi.secret("${other.secretKey}") });
            const of = (projectId) => ({ name: "shop", tasks: [{ name: "a", type: "SourceBuild", projectId }] });
            new ncloud.Pipeline("mine", of(7));
            new ncloud.Pipeline("theirs", of(7), { provider });
            new ncloud.Pipeline("wrong", { ...of(20632), name: "wrong" }, { provider });`,
        },
        keys(),
      );
      expect(found.failures).to.deep.equal([]);
      expect(told(found)).to.deep.equal([
        'Pipeline "mine" tasks[0].projectId NCSP401',
        'Pipeline "wrong" tasks[0].projectId NCSP401',
      ]);
      expect(found.notes).to.have.length(2);
    } finally {
      await other.close();
    }
  });
});
