import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { installPacked } from "./support/packed-project.ts";
import { createSandbox, programHead, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const build = '{ name: "build", type: "SourceBuild", projectId: 20632 }';

/** Programs whose pipelines live in components, with the number of pipelines each declares. */
const programs: Readonly<Record<string, { count: number; program: string }>> = {
  "one pipeline": { count: 1, program: 'new Team("one", (at) => new ncloud.Pipeline("one", { tasks: [build] }, at));' },
  "two pipelines": {
    count: 2,
    program: `new Team("two", (at) => {
      new ncloud.Pipeline("first", { tasks: [build] }, at);
      new ncloud.Pipeline("second", { name: "second", tasks: [build] }, at);
    });`,
  },
  "ten pipelines, each started by the one before": {
    count: 10,
    program: `new Team("ten", (at) => {
      let before;
      for (let index = 0; index < 10; index++) {
        const triggers = before && { pipelines: [{ id: before.id }] };
        before = new ncloud.Pipeline("member-" + index, { tasks: [build], triggers }, at);
      }
    });`,
  },
  "nested components, dependsOn between children, and another child that uses a pipeline's id": {
    count: 3,
    program: `new Team("outer", (at) => {
      const first = new ncloud.Pipeline("first", { tasks: [build] }, at);
      new Team("inner", (within) => {
        new ncloud.Pipeline("second", { tasks: [build] }, { ...within, dependsOn: [first] });
        new ncloud.Pipeline("third", { tasks: [build], triggers: { pipelines: [{ id: first.id }] } }, within);
      }, at);
      const user = new Team("user", () => {}, at);
      user.registerOutputs({ pipeline: first.id });
    });`,
  },
  "a component that waits for another one": {
    count: 2,
    program: `const base = new Team("base", (at) => new ncloud.Pipeline("base", { tasks: [build] }, at));
    new Team("after", (at) => new ncloud.Pipeline("after", { tasks: [build] }, { ...at, dependsOn: [base] }));`,
  },
};

const head = `
const build = ${build};
class Team extends pulumi.ComponentResource {
  constructor(name, make, options) {
    super("shop:index:Team", name, {}, options);
    make({ parent: this });
    this.registerOutputs({});
  }
}
`;

describe("pipelines in components, with other versions of the SDK", function () {
  this.timeout(180_000);

  for (const [which, version] of Object.entries({ lowest: "3.216.0", newest: "^3.216.0" })) {
    it(`the ${which} of the peer range: up, an unchanged up, refresh and destroy`, async () => {
      using project = await installPacked({ "@pulumi/pulumi": version });
      await using sandbox = await createSandbox({ folder: project.folder });
      const all = Object.values(programs);
      const bodies = all.map(({ program }, index) => `{ ${program.replaceAll(/"(?=[a-z-]+[",])/g, `"p${index}-`)} }`);
      writeFileSync(join(project.folder, "index.js"), programHead + head + bodies.join("\n"));
      for (const words of [
        ["up", "--yes"],
        ["up", "--yes", "--expect-no-changes"],
        ["refresh", "--yes", "--expect-no-changes"],
      ]) {
        const { code, output } = await sandbox.pulumi(...words);
        expect(code, output).to.equal(0);
      }
      const expected = all.reduce((sum, { count }) => sum + count, 0);
      expect(await serviceOf(sandbox.emulator).pipelines()).to.have.length(expected);
      const { code, output } = await sandbox.pulumi("destroy", "--yes");
      expect(code, output).to.equal(0);
      expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
    });
  }
});

describe("pipelines in components, on the real engine", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await createSandbox();
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  const run = async (...words: string[]): Promise<string> => {
    const { code, output } = await sandbox.pulumi(...words);
    expect(code, output).to.equal(0);
    return output;
  };

  for (const [title, { count, program }] of Object.entries(programs)) {
    it(`${title}: preview, up, an unchanged up, refresh and destroy`, async () => {
      sandbox.program(head + program);
      await run("up", "--yes");
      expect(await serviceOf(sandbox.emulator).pipelines()).to.have.length(count);
      await run("up", "--yes", "--expect-no-changes");
      await run("refresh", "--yes", "--expect-no-changes");
      await run("destroy", "--yes");
      expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
    });
  }

  it("keep their pipelines when they move into a component with an alias", async () => {
    sandbox.program(`${head} new ncloud.Pipeline("shop", { tasks: [build] });`);
    await run("up", "--yes");
    const [before] = await serviceOf(sandbox.emulator).pipelines();
    sandbox.program(
      `${head} new Team("team", ({ parent }) => {
        new ncloud.Pipeline("shop", { tasks: [build] }, { parent, aliases: [{ parent: pulumi.rootStackResource }] });
        new ncloud.Pipeline("other", { tasks: [build] }, { parent });
      });`,
    );
    await run("up", "--yes");
    const after = await serviceOf(sandbox.emulator).pipelines();
    expect(after.map(({ id }) => id)).to.include(before?.id);
    expect(after).to.have.length(2);
  });
});
