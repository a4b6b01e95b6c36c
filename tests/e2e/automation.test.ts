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

/** Two programs of one process: a good one, and one whose three pipelines stay as they are under each kind of mistake. */
const kept = (url: string): string => `
import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

class Other extends pulumi.dynamic.Resource {
  constructor(name, props) {
    super({ create: async (outs) => ({ id: name, outs }) }, name, props);
  }
}
const build = { name: "build", type: "SourceBuild", projectId: 20632 };
const three = (stack, change = {}, more = () => undefined) => async () => {
  for (const name of ["one", "two", "three"]) {
    new ncloud.Pipeline(name, { name: stack + "-" + name, tasks: [build], ...(name === "three" && change) });
  }
  more();
};
const stackOf = (name, program) =>
  LocalWorkspace.createOrSelectStack({ stackName: name, projectName: "packed", program }, { workDir: process.cwd() });
const pipelines = async () => (await (await fetch("${url}/_emulator/state")).json()).pipelines;
const bad = (change, more) => stackOf("bad", three("bad", change, more));
const named = (project) => ({ tasks: [ncloud.buildTask("build", { project })] });
const wrongTime = { triggers: { schedules: [ncloud.weekdays("25:00", "Asia/Seoul")] } };

const good = await stackOf("good", three("good"));
await good.up();
await (await bad({})).up();
const before = (await pipelines()).map(({ id, name }) => id + name).sort().join();
const unhandled = [];
process.on("unhandledRejection", (error) => unhandled.push(String(error)));

const seen = {};
const note = async (kind, stack, also) => {
  const [error] = await Promise.all([
    stack.up().then(() => "nothing", ({ message }) => message),
    also?.up().catch(({ message }) => { unhandled.push(message); }),
  ]);
  const now = (await pipelines()).map(({ id, name }) => id + name).sort().join();
  seen[kind] = { isKept: now === before, error, unhandled: unhandled.splice(0) };
};
await note("mistake", await bad(wrongTime), good);
const lookedUp = () => three("bad", named("shop-apy"))();
await note("look-up", await stackOf("bad", lookedUp), good);
await fetch("${url}/_emulator/faults", {
  method: "POST", body: JSON.stringify({ rules: [{ operation: "getBuildProjects", status: 500 }] }),
});
await note("service", await stackOf("bad", () => three("bad", named("shop-api"))()));
await fetch("${url}/_emulator/faults", { method: "DELETE" });
const ownBug = () => three("bad", { description: pulumi.output({}).apply((value) => value.a.b) })();
await note("own bug", await stackOf("bad", ownBug));
await note("other resource", await bad({}, () => {
  new Other("other", { id: ncloud.getBuildProjectOutput({ name: "shop-apy" }).id });
}));
await note("late", await bad({}, () => {
  ncloud.getBuildProjectOutput({ name: "shop-api" }).apply(() => void new ncloud.Pipeline("late", 5));
}));
const previews = await Promise.allSettled([good.preview(), bad(wrongTime).then((stack) => stack.preview())]);
seen.preview = { isKept: true, error: String(previews[1].reason?.message), good: previews[0].status };
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

  it("keeps what a stack has whatever is wrong with its program, and leaves the other programs of the process alone", async () => {
    const { preview, ...updates } = (await run(kept)) as Record<
      string,
      { isKept: boolean; error: string; unhandled?: string[]; good?: string }
    >;
    for (const [kind, says] of Object.entries({
      mistake: 'Pipeline "three", triggers.schedules[0].time: Expected a time of day, got "25:00".',
      "look-up": 'Pipeline "three", tasks[0].projectId: SourceBuild project "shop-apy" does not exist.',
      service: "Could not list SourceBuild projects",
      "own bug": 'Pipeline "three", description: TypeError: Cannot read properties of undefined',
      "other resource": 'SourceBuild project "shop-apy" does not exist.',
      late: 'Pipeline "late": Expected an object of arguments, got a number.',
    })) {
      const { isKept, error = "", unhandled } = updates[kind] ?? {};
      expect(error, kind).to.contain(says);
      expect(isKept, `${kind}: ${error}`).to.equal(true);
      // Of what the SDK itself has to register, or has called, it is the SDK that leaves an error to nobody.
      if (!["other resource", "late"].includes(kind)) expect(unhandled, kind).to.deep.equal([]);
    }
    expect(preview?.error).to.contain('got "25:00"').and.contain("nothing was changed");
    expect(preview?.good).to.equal("fulfilled");
  });
});
