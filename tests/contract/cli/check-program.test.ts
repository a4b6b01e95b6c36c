import { expect } from "chai";
import { makeProject } from "./support/make-project.ts";
import { told, useCheck } from "./support/use-check.ts";

describe("sourcepipeline check of a program", function () {
  this.timeout(120_000);
  const { run, report, keys } = useCheck();

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
      "Names and ids were not looked up: There is no access key and no secret key for NAVER Cloud. Run " +
        '"pulumi config set ncloud:accessKey" and "pulumi config set --secret ncloud:secretKey", set NCLOUD_ACCESS_KEY ' +
        "and NCLOUD_SECRET_KEY, or write them to the profile DEFAULT of ~/.ncloud/configure.",
      "",
    ]);
  });

  it("goes on after the failure of a function, and tells it beside the mistakes of all pipelines", async () => {
    const files = {
      "index.js": `
        new ncloud.Pipeline("looked", { name: "x y", tasks: [ncloud.buildTask("build", { project: "shop-apy" })] });
        new ncloud.Pipeline("links", { tasks: [{ ...task("a", "b"), projectId: 999 }, task("b", "a")] });
        new ncloud.Pipeline("branch", { tasks: [{ name: "c", type: "SourceBuild", projectId: 20632, branch: "mian" }] });`,
    };
    const found = await report(files, keys());
    expect(found.failures).to.deep.equal([
      'Pipeline "looked", tasks[0].projectId: SourceBuild project "shop-apy" does not exist. ' +
        'Did you mean "shop-api" (id 20632), "shop-web" (id 20633)?',
    ]);
    expect(told(found)).to.include.members([
      'Pipeline "looked" name NCSP101',
      'Pipeline "links" tasks[0].projectId NCSP401',
      'Pipeline "branch" tasks[0].branch NCSP402',
    ]);
    expect(told(found).join()).to.contain("NCSP110");
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
});
