import { expect } from "chai";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { type Outcome, runCommand } from "../../e2e/support/run-command.ts";
import { makeProject } from "./support/make-project.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

interface Report {
  errors: number;
  warnings: number;
  failures: string[];
  notes: string[];
  pipelines: CheckedInReport[];
  runs: CheckedInReport[];
}

interface CheckedInReport {
  subject: string;
  problems: { code: string; path: string; what: string; hint: string }[];
}

describe("sourcepipeline check of a program", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  before(async () => {
    emulator = await createEmulator({ log: "silent" });
  });
  after(() => emulator.close());

  const environment = (): Record<string, string> => ({
    PATH: process.env["PATH"] ?? "",
    HOME: "/nonexistent",
    NCLOUD_API_GW: emulator.url,
  });
  const keys = (): Record<string, string> => ({
    NCLOUD_ACCESS_KEY: emulator.accessKey,
    NCLOUD_SECRET_KEY: emulator.secretKey,
  });
  /** Runs the command in a project's folder. */
  const run = (folder: string, env: Record<string, string>, ...words: string[]): Promise<Outcome> =>
    runCommand(process.execPath, [main, "check", ...words], { cwd: folder, env: { ...environment(), ...env } });

  /** What is found in the program of some files, without keys unless given. */
  const report = async (
    files: Readonly<Record<string, string>>,
    env: Record<string, string> = {},
    ...words: string[]
  ): Promise<Report> => {
    using project = makeProject(files);
    const { stdout, output } = await run(project.folder, env, "--json", ...words);
    try {
      return JSON.parse(stdout) as Report;
    } catch {
      throw new Error(output);
    }
  };
  const told = ({ pipelines, runs }: Report): string[] =>
    [...pipelines, ...runs].flatMap(({ subject, problems }) => problems.map(({ code, path }) => `${subject} ${path} ${code}`));

  /** The operations that were asked for since the last call. */
  const calls = async (): Promise<string[]> => {
    const log = (await (await fetch(`${emulator.url}/_emulator/requests`)).json()) as { operation: string | null }[];
    await fetch(`${emulator.url}/_emulator/requests`, { method: "DELETE" });
    return log.flatMap(({ operation }) => operation ?? []);
  };

  it("tells the mistakes of all pipelines, with resource, path, what is wrong, hint and code", async () => {
    using project = makeProject({
      "index.js": `
        new ncloud.Pipeline("sound", { tasks: [task("a")] });
        new ncloud.Pipeline("links", { tasks: [task("build", "biuld")] });
        new ncloud.Pipeline("wrong", { name: "x y", tasks: [task("build"), { nme: "b", type: "SourceBuild", projectId: 1 }] });
        new ncloud.Pipeline("apart", { tasks: [task("a"), task("b")] });
        new ncloud.Pipeline("one", { name: "shop", tasks: [task("a")] });
        new ncloud.Pipeline("two", { name: "shop", tasks: [task("a")] });
        new ncloud.Pipeline("silenced", { tasks: [task("a")], silence: { NCSP103: "x" } });`,
    });
    const { code, stdout } = await run(project.folder, {});
    expect(code).to.equal(1);
    expect(stdout.split("\n")).to.deep.equal([
      'Pipeline "apart"',
      "  warning: tasks[1]: 2 groups of tasks are not connected: a; b. Link tasks that run one after the other, and make " +
        "unrelated tasks pipelines of their own. [NCSP111]",
      "",
      'Pipeline "links"',
      '  error: tasks[0].linkedTasks[0]: Task "biuld" does not exist. Did you mean "build"? [NCSP108]',
      "",
      'Pipeline "silenced"',
      '  error: silence.NCSP103: "NCSP103" is an error, not a warning. Use the code of a warning, such as "NCSP406"; ' +
        "docs/rules.md lists them. [NCSP902]",
      "",
      'Pipeline "two"',
      '  error: name: Pipeline "one" is named "shop", too. Give one of them another name; to take over an existing ' +
        "pipeline, only one resource may adopt it. [NCSP112]",
      "",
      'Pipeline "wrong"',
      '  error: name: "x y" is not a valid name. Use 1 to 30 English letters, digits, "-" and "_". [NCSP101]',
      '  error: tasks[1].name: Required property "name" is missing. A SourceBuild task needs it. [NCSP003]',
      '  error: tasks[1].nme: Unknown property "nme". Did you mean "name"? [NCSP001]',
      "",
      "7 pipelines: 6 errors, 1 warning (NCSP001 1, NCSP003 1, NCSP101 1, NCSP108 1, NCSP111 1, NCSP112 1, NCSP902 1).",
      'Names and ids were not looked up: There is no access key for NAVER Cloud. Run "pulumi config set ' +
        'ncloud:accessKey …", set NCLOUD_ACCESS_KEY, or write it to the profile DEFAULT of ~/.ncloud/configure.',
      "",
    ]);
  });

  it("tells the mistakes of runs like those of pipelines, and counts them", async () => {
    using project = makeProject({
      "index.js": `
        const shop = new ncloud.Pipeline("shop", { tasks: [task("a")] });
        new ncloud.PipelineRun("sound", { pipelineId: shop.id, triggers: { token: pulumi.secret("HIDDEN") } });
        new ncloud.PipelineRun("release", { pipelineId: shop.id, waitFor: "sucess", ifRunning: "queue", trigers: {} });
        new ncloud.PipelineRun("empty", {});`,
    });
    const { code, stdout } = await run(project.folder, {});
    expect(code).to.equal(1);
    expect(stdout.split("\n").slice(0, -2)).to.deep.equal([
      'PipelineRun "empty"',
      '  error: pipelineId: Required property "pipelineId" is missing. A pipeline run needs it. [NCSP003]',
      "",
      'PipelineRun "release"',
      '  error: waitFor: Unknown value "sucess". Did you mean "success"? [NCSP502]',
      '  error: ifRunning: Unknown value "queue". Expected one of "wait", "join", "start", "fail". [NCSP503]',
      '  error: trigers: Unknown property "trigers". Did you mean "triggers"? [NCSP001]',
      "",
      "1 pipeline and 3 runs: 4 errors, 0 warnings (NCSP001 1, NCSP003 1, NCSP502 1, NCSP503 1).",
    ]);
    expect(stdout).to.not.contain("HIDDEN");
  });

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

  it("fails for warnings when it is strict, and silences where told: the pipeline, the stack, the command", async () => {
    using project = makeProject({
      "index.js": `
        new ncloud.Pipeline("own", { tasks: [task("a"), task("b")], silence: { NCSP111: pulumi.output("on purpose") } });
        new ncloud.Pipeline("loud", { tasks: [task("a"), task("b")] });`,
      "Pulumi.quiet.yaml": "config:\n  ncloud:silence: NCSP111\n",
      "Pulumi.loud.yaml": "",
    });
    const check = (...words: string[]) => run(project.folder, {}, "--strict", ...words);
    const loud = await check("--stack", "loud");
    expect(loud.code).to.equal(1);
    expect(loud.stdout).to.match(/^Pipeline "loud"\n {2}warning: .*\[NCSP111\]\n\n2 pipelines: 0 errors, 1 warning /);
    expect((await check("--stack", "quiet")).code).to.equal(0);
    expect((await check("--stack", "organization/shop/loud", "--silence", "NCSP111")).code).to.equal(0);
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
    expect(found.notes).to.deep.equal([`Names and ids were looked up at ${emulator.url}, region KR.`]);
    expect(await calls())
      .to.include.members(["getProjects", "getBuildProjects", "getRepositories"])
      .and.satisfy((operations: string[]) => operations.every((operation) => operation.startsWith("get")));
  });

  it("tells why a program failed, and what it had declared by then", async () => {
    const failing = await report(
      {
        "index.js": `
          new ncloud.Pipeline("before", { tasks: [task("a", "b")] });
          new ncloud.Pipeline("missing", { tasks: [ncloud.buildTask("build", { project: "shop-apy" })] });`,
      },
      keys(),
    );
    expect(failing.failures).to.have.length(1);
    expect(failing.failures[0]).to.match(/^Pipeline "missing", tasks\[0\]\.projectId: .*Did you mean "shop-api"/);
    expect(told(failing)).to.deep.equal(['Pipeline "before" tasks[0].linkedTasks[0] NCSP108']);
    expect(failing.errors).to.equal(2);

    using thrown = makeProject({
      "index.js": 'new ncloud.Pipeline("a", { tasks: [task("a")] }); throw new Error("Boom");',
    });
    const { code, stdout } = await run(thrown.folder, {});
    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/^error: [^]*Error: Boom\n/)
      .and.contain("1 pipeline: 1 error, 0 warnings");
    const exited = await report({ "index.js": "process.exit(3);" });
    expect(exited.failures).to.deep.equal(["The program ended with exit code 3."]);
  });

  it("tells what the program's builders and providers refuse", async () => {
    const refused = await report({
      "index.js": `
        new ncloud.Pipeline("before", { tasks: [task("a", "b")] });
        new ncloud.Provider("other", { accesskey: "x" });`,
    });
    expect(refused.failures.join("\n")).to.match(/Provider "other", accesskey: .*"accessKey"\? \[NCSP001\]/);
    const foreign = await report({
      "index.js": `
        class Cloud extends pulumi.ProviderResource { constructor() { super("cloud", "cloud", {}); } }
        new ncloud.Pipeline("shop", { tasks: [task("a")] }, { provider: new Cloud() });`,
    });
    expect(foreign.failures.join("\n")).to.match(
      /Pipeline "shop", provider: "cloud" \(cloud\) is not an ncloud\.Provider\./,
    );
  });

  it("sees the final arguments: of components, transformations and transforms", async () => {
    const found = await report({
      "index.js": `
        const mend = ({ type, props, opts }) =>
          type === ncloud.Pipeline.__pulumiType ? { props: { ...props, tasks: [task("a")] }, opts } : undefined;
        class Team extends pulumi.ComponentResource {
          constructor(name, options) {
            super("shop:index:Team", name, {}, options);
            new ncloud.Pipeline(name + "-shop", { tasks: [task("a", "b")] }, { parent: this });
          }
        }
        new Team("plain");
        new Team("transformed", { transformations: [mend] });
        new Team("called", { transforms: [mend] });
        new ncloud.Pipeline("own", { tasks: [] }, { transforms: [mend] });
        new ncloud.Pipeline("spoilt", { tasks: [task("a")] }, {
          transforms: [({ props, opts }) => ({ props: { ...props, tasks: [] }, opts })],
        });`,
    });
    expect(found.failures).to.deep.equal([]);
    expect(found.pipelines).to.have.length(5);
    expect(told(found)).to.deep.equal([
      'Pipeline "plain-shop" tasks[0].linkedTasks[0] NCSP108',
      'Pipeline "spoilt" tasks NCSP103',
    ]);
    const stack = await report({
      "index.js": `
        pulumi.runtime.registerResourceTransform(({ props, opts }) => ({ props: { ...props, description: 7 }, opts }));
        new ncloud.Pipeline("shop", { tasks: [task("a")] });`,
    });
    expect(told(stack)).to.deep.equal(['Pipeline "shop" description NCSP002']);
  });

  it("takes what comes from other resources, packages and stacks for unknown, and secrets, too", async () => {
    const found = await report({
      "index.js": `
        class Thing extends pulumi.CustomResource {
          constructor() { super("other:index:Thing", "thing", { out: undefined, given: 7 }); }
        }
        const thing = new Thing();
        const read = pulumi.runtime.invokeOutput("other:index:read", {});
        const other = new pulumi.StackReference("organization/other/dev");
        const of = (projectId) => [{ name: "a", type: "SourceBuild", projectId }];
        new ncloud.Pipeline("made", { tasks: of(thing.out), description: thing.id });
        new ncloud.Pipeline("read", { tasks: of(read.apply((found) => found.id)) });
        new ncloud.Pipeline("stack", { tasks: of(other.requireOutput("id")) });
        new ncloud.Pipeline("got", { tasks: of(7), description: ncloud.Pipeline.get("base", "3101").description });
        new ncloud.Pipeline("secret", { tasks: of(pulumi.secret("HIDDEN")), description: pulumi.secret("HIDDEN".repeat(99)) });
        new ncloud.Pipeline("known", { tasks: of(7), description: thing.given });`,
    });
    expect(found.failures).to.deep.equal([]);
    expect(found.pipelines).to.have.length(6);
    expect(told(found)).to.deep.equal(['Pipeline "known" description NCSP002']);
    expect(JSON.stringify(found)).to.not.contain("HIDDEN");
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
  ncloud:endpoint: ${emulator.url}
  ncloud:accessKey: ${emulator.accessKey}
  ncloud:secretKey: ${emulator.secretKey}
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

  it("runs programs as Pulumi does: TypeScript, ECMAScript modules, the main of the project", async () => {
    const pipeline =
      'new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceBuild", projectId: 1, linkedTasks: ["b"] }] });';
    const imports = 'import * as ncloud from "pulumi-ncloud-sourcepipeline";\n';
    const expected = ['Pipeline "shop" tasks[0].linkedTasks[0] NCSP108'];
    const kinds: Record<string, Record<string, string>> = {
      TypeScript: { "index.ts": `${imports}const name: string = "x"; ${pipeline}` },
      "an ECMAScript module": {
        "package.json": '{ "type": "module", "main": "program.mjs" }',
        "program.mjs": `${imports}await Promise.resolve(); ${pipeline}`,
      },
      "a folder as main": {
        "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: infra\n",
        "infra/index.js": pipeline,
      },
      "a file as main": {
        "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: infra/shop.js\n",
        "infra/shop.js": pipeline,
      },
    };
    for (const [kind, files] of Object.entries(kinds)) {
      const found = await report(files);
      expect(found.failures, kind).to.deep.equal([]);
      expect(told(found), kind).to.deep.equal(expected);
    }
  });

  it("runs no program where pipelines of the account or data files are asked for", async () => {
    using project = makeProject({
      "index.js": 'require("node:fs").writeFileSync("ran", "");',
      "data/shop.json": JSON.stringify({ name: "shop", tasks: [] }),
    });
    const ran = (): boolean => existsSync(join(project.folder, "ran"));
    expect((await run(project.folder, keys(), "--account")).stdout).to.match(/^\d+ pipelines?: /);
    expect((await run(project.folder, keys(), "none")).code).to.equal(1);
    expect((await run(project.folder, {}, "--data", "data")).stdout).to.contain("[NCSP103]");
    const both = await run(project.folder, {}, "--program", "--data", "data");
    expect(both.output).to.equal("Give one of --program, --account (or names of its pipelines) and --data.\n");
    expect(ran()).to.equal(false);
    expect((await run(project.folder, {})).stdout).to.contain("0 pipelines");
    expect(ran()).to.equal(true);
  });

  it("says in one line what keeps it from running a program", async () => {
    const messages: [files: Record<string, string>, words: string[], message: RegExp][] = [
      [{ "Pulumi.yaml": "name: shop\nruntime: python\n" }, [], /^The program of project "shop" is .*python\.\n$/],
      [{ "Pulumi.yaml": "name: [\n" }, [], /^Pulumi\.yaml cannot be read: [^\n]*\n$/],
      [
        { "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: none\n" },
        [],
        /^The program .*none does not exist: [^\n]*\n$/,
      ],
      [{ "Pulumi.a.yaml": "", "Pulumi.b.yaml": "" }, [], /^There are several stacks: .*--stack\. Existing: a, b\.\n$/],
      [{}, ["--stack", "c"], /^Stack "c" has no file Pulumi\.c\.yaml [^\n]*\n$/],
      [{}, ["--region", "the north"], /^ncloud:region: "the north" [^\n]*\n$/],
    ];
    for (const [files, words, message] of messages) {
      using project = makeProject(files);
      const { code, output, stdout } = await run(project.folder, {}, "--program", ...words);
      expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
      expect(output).to.match(message);
    }
  });
});
