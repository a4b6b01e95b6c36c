import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

/** A mistake, and the words that its one message must have. */
interface Mistake {
  what: string;
  program?: string;
  environment?: (sandbox: Sandbox) => Record<string, string>;
  says: string[];
}

const pipeline = (args: string): string => `new ncloud.Pipeline("shop", { ${args} });`;
const build = '{ name: "build", type: "SourceBuild", projectId: 20632 }';
const good = pipeline(`name: "shop", tasks: [${build}]`);

const pipelines = (count: number, args: string): string =>
  `const made = Array.from({ length: ${String(count)} }, (_, index) => new ncloud.Pipeline("p" + index, { ${args} }));`;
const team = 'const team = new pulumi.ComponentResource("shop:index:Team", "team");';

/** Programs whose outputs come from pipelines with mistakes and fail with them, and how many have one. */
const wrongPrograms: [what: string, program: string, mistakes: number][] = [
  ["one pipeline", `const shop = ${pipeline("tasks: []")} module.exports = { id: shop.id };`, 1],
  ["ten pipelines", `${pipelines(10, "tasks: []")} module.exports = { ids: made.map(({ id }) => id) };`, 10],
  [
    "one pipeline among ten sound ones, which it uses",
    `${pipelines(10, `tasks: [${build}]`)}
    const shop = new ncloud.Pipeline("shop", { tasks: [], triggers: { pipelines: [{ id: made[9].id }] } });
    module.exports = { text: pulumi.interpolate\`\${shop.name} of \${made[0].region}\` };`,
    1,
  ],
  [
    "one pipeline that another one and a component use",
    `const shop = ${pipeline("tasks: []")} ${team}
    team.registerOutputs({ id: shop.id });
    const triggers = { pipelines: [{ id: shop.id }] };
    const last = new ncloud.Pipeline("last", { tasks: [${build}], triggers }, { parent: team });
    module.exports = { id: last.id };`,
    1,
  ],
];

const mistakes: Mistake[] = [
  {
    what: "a name that stands for nothing",
    program: 'ncloud.getBuildProjectOutput({ name: "shop-apy" }).id.apply(console.log);',
    says: ['SourceBuild project "shop-apy" does not exist. Did you mean "shop-api" (id 20632)'],
  },
  {
    what: "an unknown time zone",
    program: pipeline(
      `tasks: [${build}], triggers: { schedules: [{ days: ["MON"], time: "05:00", timeZone: "Asia/Seol" }] }`,
    ),
    says: ['triggers.schedules[0].timeZone: Time zone "Asia/Seol" does not exist. Did you mean "Asia/Seoul"'],
  },
  {
    what: "an invalid name",
    program: pipeline(`name: "shop pipeline!", tasks: [${build}]`),
    says: ['name: "shop pipeline!" is not a valid name', "Use 1 to 30 English letters"],
  },
  {
    what: "an empty task list",
    program: pipeline("tasks: []"),
    says: ["tasks: The list of tasks is empty", "at least one"],
  },
  {
    what: "a deploy task without stage",
    program: pipeline(`tasks: [${build}, { name: "deploy", type: "SourceDeploy", projectId: 1, scenarioId: 2 }]`),
    says: ['tasks[1].stageId: Required property "stageId" is missing', "A SourceDeploy task needs it"],
  },
  {
    what: "a mistyped property",
    program: pipeline(`tasks: [{ name: "build", type: "SourceBuild", projectId: 1, linkedTask: [] }]`),
    says: ['tasks[0].linkedTask: Unknown property "linkedTask"', 'Did you mean "linkedTasks"?'],
  },
  {
    what: "missing keys",
    environment: ({ emulator }) => ({ NCLOUD_API_GW: emulator.url, NCLOUD_ACCESS_KEY: "", NCLOUD_SECRET_KEY: "" }),
    says: ["There is no access key", "pulumi config set ncloud:accessKey", "NCLOUD_ACCESS_KEY"],
  },
  {
    what: "a wrong endpoint",
    environment: () => ({ NCLOUD_API_GW: "http://127.0.0.1:9" }),
    says: ["127.0.0.1:9", "ncloud:endpoint"],
  },
  {
    what: "an endpoint that is none",
    environment: () => ({ NCLOUD_API_GW: "vpcsourcepipeline" }),
    says: ["ncloud:endpoint", "not a base URL", "http://127.0.0.1:4600"],
  },
  {
    what: "a wrong secret",
    environment: () => ({ NCLOUD_SECRET_KEY: "WRONG-SECRET-KEY" }),
    says: ["Authentication Failed", "ncloud:secretKey", "NCLOUD_SECRET_KEY"],
  },
];

describe("a mistake in a program or its configuration", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await createSandbox();
  });
  after(async () => sandbox[Symbol.asyncDispose]());

  for (const { what, program = good, environment, says } of mistakes) {
    it(`${what} gives one clear message, and nothing is created`, async () => {
      const saved = { ...sandbox.environment };
      Object.assign(sandbox.environment, environment?.(sandbox));
      sandbox.program(program);
      const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
      Object.assign(sandbox.environment, saved);

      expect(code, output).to.not.equal(0);
      for (const words of says) expect(output).to.contain(words);
      expectQuiet(output);
      expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
    });
  }

  for (const [what, program, count] of wrongPrograms) {
    it(`of ${what} is told once, without a word of Node about promises`, async () => {
      sandbox.program(program);
      for (const command of ["preview", "up"]) {
        const { code, output, stdout } = await sandbox.pulumi(command, ...(command === "up" ? ["--yes"] : []));
        expect(code, output).to.not.equal(0);
        const told = output.slice(output.indexOf("Diagnostics:"));
        expect(told.split("tasks: The list of tasks is empty").length - 1, output).to.equal(count);
        expect(output).to.not.match(/PromiseRejectionHandledWarning|\(node:\d+\)|trace-warnings|Warning:/);
        expect(output, "nothing on standard error").to.equal(stdout);
        expectQuiet(output);
      }
      expect(await serviceOf(sandbox.emulator).pipelines()).to.deep.equal([]);
    });
  }

  it("names of several pipelines that stand for nothing are told together, each with its pipeline and path", async () => {
    sandbox.program(`for (const name of ["one", "two"]) {
      new ncloud.Pipeline(name, { tasks: [ncloud.buildTask("build", { project: "wrong-" + name })] });
    }`);
    const { code, output } = await sandbox.pulumi("preview");
    expect(code).to.not.equal(0);
    for (const name of ["one", "two"]) {
      expect(output).to.contain(
        `Pipeline "${name}", tasks[0].projectId: SourceBuild project "wrong-${name}" does not exist.`,
      );
    }
    expectQuiet(output);
  });

  it("a clock that is off by six minutes is put right, with a warning", async () => {
    const service = serviceOf(sandbox.emulator);
    await service.admin("PATCH", "settings", { clockOffsetMs: 6 * 60_000 });
    sandbox.program(good);
    const { code, output } = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(code, output).to.equal(0);
    expect(output).to.match(/clock/i).and.contain("warning");
    await service.admin("POST", "reset");
  });

  it("an endpoint that answers something else than JSON is named", async () => {
    const server = createServer((_, response) => response.end("<html>Welcome to the intranet</html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await using other = await createSandbox();
    other.environment["NCLOUD_API_GW"] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    other.program(good);
    const { code, output } = await other.pulumi("up", "--yes", "--skip-preview");
    server.closeAllConnections();
    server.close();
    expect(code).to.not.equal(0);
    expect(output).to.contain("ncloud:endpoint");
    expectQuiet(output);
  });
});

/** No stack trace, and no secret. */
function expectQuiet(output: string): void {
  expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
  expect(output).to.not.contain("WRONG-SECRET-KEY").and.not.contain("EMULATOR-SECRET-KEY");
}
