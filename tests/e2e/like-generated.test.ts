import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf, type StoredPipeline } from "./support/service.ts";

const build = '{ name: "build", type: "SourceBuild", projectId: 20632 }';

const stored: StoredPipeline = {
  id: 3101,
  name: "shop",
  description: "",
  tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] }],
  trigger: {},
};

/** Ways to supply, outside of the constructor, the zone that a schedule lacks. */
const transforms: Readonly<Record<string, string>> = {
  "transformations of the pipeline": `make({ transformations: [old] });`,
  "a transformation of the stack": `pulumi.runtime.registerStackTransformation(old); make({});`,
  "transformations of a component": `make({ parent: new Team("team", {}, { transformations: [old] }) });`,
  "transforms of the pipeline": `make({ transforms: [supply] });`,
  "transforms of a component": `make({ parent: new Team("team", {}, { transforms: [supply] }) });`,
};

const transformed = `
const isPipeline = ({ type }) => type === ncloud.Pipeline.__pulumiType;
const supply = (args) => {
  if (!isPipeline(args)) return undefined;
  const schedules = args.props.triggers.schedules.map((schedule) => ({ ...schedule, timeZone: "Asia/Seoul" }));
  return { props: { ...args.props, triggers: { schedules } }, opts: args.opts };
};
const old = supply;
class Team extends pulumi.ComponentResource {
  constructor(name, args, options) { super("shop:index:Team", name, args, options); }
}
const make = (options) => new ncloud.Pipeline("shop", {
  tasks: [${build}], triggers: { schedules: [{ days: ["MON"], time: "09:00" }] },
}, options);
`;

describe("a class like a generated one, on the real engine", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });
  afterEach(async () => sandbox[Symbol.asyncDispose]());

  const up = async (program: string, ...words: string[]) => {
    sandbox.program(program);
    return sandbox.pulumi("up", "--yes", "--skip-preview", ...words);
  };

  describe("the option import", () => {
    it("takes a pipeline over that is what the program says, and changes nothing", async () => {
      const service = serviceOf(sandbox.emulator);
      await service.edit(() => [stored]);
      const program = `new ncloud.Pipeline("shop", { tasks: [${build}] }, { import: "3101" });`;
      sandbox.program(program);
      const preview = await sandbox.pulumi("preview");
      expect(preview.code, preview.output).to.equal(0);
      const { code, output } = await up(program);
      expect(code, output).to.equal(0);
      expect((await service.calls()).filter((name) => !name.startsWith("get"))).to.deep.equal([]);
      const without = program.replace(', { import: "3101" }', "");
      for (const next of [program, without]) {
        const again = await up(next, "--expect-no-changes");
        expect(again.code, again.output).to.equal(0);
      }
      const down = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
      expect(down.code, down.output).to.equal(0);
      expect(await service.pipelines()).to.deep.equal([]);
    });

    it("refuses at preview a pipeline that differs, or is not there, without a stack trace", async () => {
      await serviceOf(sandbox.emulator).edit(() => [stored]);
      sandbox.program(
        `new ncloud.Pipeline("shop", { description: "new", tasks: [${build}] }, { import: "3101" });
        new ncloud.Pipeline("gone", { tasks: [${build}] }, { import: "9999" });`,
      );
      const { code, output } = await sandbox.pulumi("preview");
      expect(code).to.not.equal(0);
      // The engine ends with the first of the two that it asks about.
      expect(output).to.match(/import: pipeline "shop" \(id 3101\) differs from the program in description\.|9999/);
      expect(output).to.not.match(/code must be a string|^\s+at .+:\d+:\d+/m);
      sandbox.program(`new ncloud.Pipeline("shop", { description: "new", tasks: [${build}] }, { import: "3101" });`);
      const differs = await sandbox.pulumi("preview");
      expect(differs.output).to.contain("differs from the program in description").and.contain('adopt: "3101"');
      expect(await serviceOf(sandbox.emulator).pipelines()).to.have.nested.property("[0].description", "");
    });
  });

  for (const [what, program] of Object.entries(transforms)) {
    it(`${what} may supply what the arguments lack`, async () => {
      const { code, output } = await up(transformed + program);
      expect(code, output).to.equal(0);
      const [pipeline] = await serviceOf(sandbox.emulator).pipelines();
      expect(pipeline).to.have.nested.property("trigger.schedule[0].timeZone").contain("Asia/Seoul");
    });
  }

  it("one name that transforms give to two pipelines is one line at preview, without a stack trace", async () => {
    const rename = `const rename = ({ type, props, opts }) =>
      type === ncloud.Pipeline.__pulumiType ? { props: { ...props, name: "same" }, opts } : undefined;`;
    const two = (options: string): string => `
      for (const name of ["one", "two"]) new ncloud.Pipeline(name, { name, tasks: [${build}] }, ${options});`;
    const component = `const parent = new Team("team", {}, { transforms: [rename] }); ${two("{ parent }")}`;
    for (const program of [two("{ transforms: [rename] }"), component]) {
      sandbox.program(transformed + rename + program);
      const { code, output } = await sandbox.pulumi("preview");
      expect(code).to.not.equal(0);
      expect(output.slice(output.indexOf("Diagnostics:")).match(/\[NCSP112\]/g), output).to.have.length(1);
      expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
    }
  });

  it("what no transform supplies is reported, with transforms of a component and without", async () => {
    for (const options of ["", ", {}, { transforms: [() => undefined] }"]) {
      const { code, output } = await up(`${transformed} make({ parent: new Team("team"${options}) });`);
      expect(code).to.not.equal(0);
      expect(output).to.contain('triggers.schedules[0].timeZone: Required property "timeZone" is missing');
    }
    expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
  });

  it("functions inside a component ask the account of its provider", async () => {
    const other = await createSandbox();
    const { url, accessKey, secretKey } = other.emulator;
    const provider = JSON.stringify({ endpoint: url, accessKey, secretKey });
    const { code, output } = await up(`
      class Team extends pulumi.ComponentResource {
        constructor(name, options) {
          super("shop:index:Team", name, {}, options);
          this.promised = ncloud.getBuildProject({ name: "shop-api" }, { parent: this });
          const task = ncloud.buildTask("build", { project: "shop-api" }, { parent: this });
          new ncloud.Pipeline(name, { tasks: [task] }, { parent: this });
        }
      }
      const b = new ncloud.Provider("b", ${provider});
      const team = new Team("team", { providers: [b] });
      module.exports = { id: team.promised.then(({ id }) => id) };`);
    await other[Symbol.asyncDispose]();
    expect(code, output).to.equal(0);
    expect(await serviceOf(sandbox.emulator).calls()).to.deep.equal([]);
  });

  it("functions refuse a provider of another package in one sentence", async () => {
    const aws = `class Aws extends pulumi.ProviderResource {} const aws = new Aws("pulumi-nodejs", "prod", {});`;
    for (const call of ["getPipelines({}, { provider: aws })", "getPipelinesOutput({}, { provider: aws })"]) {
      const { code, output } = await up(`${aws} module.exports = { all: ncloud.${call} };`);
      expect(code).to.not.equal(0);
      expect(output).to.contain('The provider "prod" (pulumi-nodejs) is not an ncloud.Provider');
      expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
    }
  });

  it("errors of functions can be told apart by class and code", async () => {
    sandbox.environment["NCLOUD_SECRET_KEY"] = "WRONG-SECRET-KEY";
    const { code, output } = await up(`
      const asked = [ncloud.getPipelines(), ncloud.getBuildProject({ name: "shop" })];
      module.exports = Promise.allSettled(asked).then(([{ reason }]) => ({
        told: [ncloud.isServiceError(reason), reason instanceof ncloud.AuthenticationError, reason.code, reason.status].join(),
      }));`);
    expect(code, output).to.equal(0);
    expect(output).to.contain("true,true,NCLOUD_AUTHENTICATION,401");
  });

  it("an error with a code is shown as well from the provider's process as without", async () => {
    sandbox.environment["NCLOUD_SECRET_KEY"] = "WRONG-SECRET-KEY";
    const { code, output } = await up(`new ncloud.Pipeline("shop", { tasks: [${build}] });`);
    expect(code).to.not.equal(0);
    expect(output).to.contain("Authentication Failed").and.contain("ncloud:secretKey");
    expect(output).to.not.match(/NCLOUD_AUTHENTICATION|grpc|^\s+at .+:\d+:\d+/im);
  });
});
