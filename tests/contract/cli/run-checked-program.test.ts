import { expect } from "chai";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeProject } from "./support/make-project.ts";
import { told, useCheck } from "./support/use-check.ts";

describe("a program that sourcepipeline check runs", function () {
  this.timeout(120_000);
  const { keys, run, report } = useCheck();

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
