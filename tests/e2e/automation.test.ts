import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { installPacked, type PackedProject } from "./support/packed-project.ts";
import { runCommand } from "./support/run-command.ts";
import { createSandbox } from "./support/sandbox.ts";

/** A user's script: it asks, changes the account, and asks again, outside of programs and in two runs of one. */
const script = (url: string): string => `
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const seen = { outside: [], inside: [] };
const add = async (id, name) => {
  const state = await (await fetch("${url}/_emulator/state")).json();
  state.buildProjects.push({ id, name, source: { type: "SourceCommit", repository: "shop-api", branch: "main" } });
  await fetch("${url}/_emulator/state", { method: "PUT", body: JSON.stringify(state) });
};
const ask = async (into) => {
  const missing = await ncloud.getBuildProject({ name: "late" }).then(({ id }) => id, (error) => error.message);
  into.push([missing, (await ncloud.getBuildProjects()).length, (await ncloud.getPipelines()).length]);
};
const program = async () => {
  await ask(seen.inside);
  const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
  new ncloud.Pipeline("shop", { tasks });
  if (seen.inside.length > 1) new ncloud.Pipeline("late", { tasks: [ncloud.buildTask("late", { project: "late" })] });
};

await ask(seen.outside);
const stack = await LocalWorkspace.createOrSelectStack(
  { stackName: "automation", projectName: "packed", program },
  { workDir: process.cwd() },
);
await stack.up();
await add(60001, "late");
await ask(seen.outside);
await stack.up();
await ask(seen.outside);
await stack.destroy();
await ask(seen.outside);
console.log("SEEN " + JSON.stringify(seen));
`;

/** A user's script whose program has mistakes that only the account shows. */
const mistaken = `
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const program = async () => {
  for (const projectId of [41, 42]) {
    new ncloud.Pipeline("p" + projectId, { tasks: [{ name: "build", type: "SourceBuild", projectId }] });
  }
};
const stack = await LocalWorkspace.createOrSelectStack(
  { stackName: "mistaken", projectName: "packed", program },
  { workDir: process.cwd() },
);
const seen = await stack.preview().then(() => "nothing", (error) => error.message);
console.log("SEEN " + JSON.stringify(seen));
`;

describe("a process of the Automation API, with the packed package", function () {
  this.timeout(180_000);
  let project: PackedProject;
  before(async () => {
    project = await installPacked({ "@pulumi/pulumi": "3.270.0" });
  });
  after(() => {
    project[Symbol.dispose]();
  });

  /** Runs a script in the project's folder and gives what it saw. */
  async function run(text: (url: string) => string): Promise<unknown> {
    await using sandbox = await createSandbox({ folder: project.folder });
    writeFileSync(join(project.folder, "automation.mjs"), text(sandbox.emulator.url));
    const options = { cwd: project.folder, env: sandbox.environment };
    const { code, output } = await runCommand("node", ["automation.mjs"], options);
    expect(code, output).to.equal(0);
    return JSON.parse(/^SEEN (.*)$/m.exec(output)?.[1] ?? "{}");
  }

  it("sees the account as it is, in every command and between commands", async () => {
    const { outside, inside } = (await run(script)) as Record<string, unknown[][]>;
    const projects = outside?.[0]?.[1] as number;
    const missing = (answer: unknown): unknown => (typeof answer === "number" ? answer : "missing");
    const facts = (rows: unknown[][] = []): unknown[][] =>
      rows.map(([found, ...counts]) => [missing(found), ...counts]);
    expect(facts(outside)).to.deep.equal([
      ["missing", projects, 0],
      [60001, projects + 1, 1],
      [60001, projects + 1, 2],
      [60001, projects + 1, 0],
    ]);
    expect(facts(inside)).to.deep.equal([
      ["missing", projects, 0],
      [60001, projects + 1, 1],
    ]);
  });

  it("gets the mistakes of all pipelines of its program in the error of one preview", async () => {
    const seen = String(await run(() => mistaken));
    for (const id of [41, 42]) {
      const line = `Pipeline "p${String(id)}", tasks[0].projectId: SourceBuild project ${String(id)} does not exist.`;
      expect(seen).to.contain(line);
    }
  });
});
