import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
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
  { stackName: "automation", projectName: "sandbox", program },
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

describe("a process of the Automation API", function () {
  this.timeout(120_000);

  it("sees the account as it is, in every command and between commands", async () => {
    await using sandbox = await createSandbox();
    writeFileSync(join(sandbox.folder, "automation.mjs"), script(sandbox.emulator.url));
    const { code, output } = await runCommand("node", ["automation.mjs"], {
      cwd: sandbox.folder,
      env: sandbox.environment,
    });
    expect(code, output).to.equal(0);
    const { outside, inside } = JSON.parse(/^SEEN (.*)$/m.exec(output)?.[1] ?? "{}") as Record<string, unknown[][]>;
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
});
