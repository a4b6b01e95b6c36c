import { Script } from "node:vm";
import { expect } from "chai";
import { createRandom } from "../../emulator/random.ts";
import { createInventor } from "../../scripts/chaos/programs/invent.ts";
import { inOrder, type Program } from "../../scripts/chaos/programs/program.ts";
import { programText } from "../../scripts/chaos/real/program-text.ts";
import { printedFailures } from "../../scripts/chaos/real/read-output.ts";

const surroundings = {
  controlUrl: "http://127.0.0.1:1",
  second: { endpoint: "http://127.0.0.1:2", accessKey: "key", secretKey: "secret" },
  projectName: (id: number) => (id === 20632 ? "shop-api" : undefined),
};

/** What the CLI prints when a creation and a check fail. */
const output = `Updating (dev):
 +  pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline one **creating failed** error: 1 error occurred:
Diagnostics:
  pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline (one):
    error: 1 error occurred:
    \t* Created pipeline "one" (id 3103), but reading it back failed: … The id is saved in the state.

  pulumi:pulumi:Stack (chaos-dev):
    SourcePipeline at http://127.0.0.1:39531, region KR (vpc, public), account 04e1a30d.
    error: update failed
    error: Error: resource one [pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline] failed to register
        at /node_modules/@pulumi/runtime/resource.ts:919:40

  pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline (three):
    error: Pipeline resource 'three' has a problem: A pipeline named "three" exists already, with id 7.

Resources:
    3 errored
`;

describe("chaos on the real engine", () => {
  it("writes programs that can be parsed, with each resource after those that it depends on", () => {
    const random = createRandom(7);
    const inventor = createInventor(random, { upstream: 901, buildProjects: () => [20650], repositories: () => ["r"] });
    const program: Program = { pipelines: new Map(), made: new Map([["made-1", inventor.make()]]), runs: new Map() };
    for (let index = 1; index <= 60; index++) {
      const name = `resource-${String(index)}`;
      program.pipelines.set(name, inventor.invent(program, name));
    }
    program.runs.set("run-1", { of: "resource-7", edition: 3, args: { ifRunning: "join" } });
    program.runs.set("run-2", { of: 905, edition: 1, args: {} });
    const text = programText(program, surroundings);
    new Script(text);
    const order = inOrder(program) ?? [];
    expect(order).to.have.length(61);
    for (const [index, name] of order.entries()) {
      const [, line = ""] = text.split(`r["${name}"] = `);
      const own = line.split("\n", 1)[0] ?? "";
      const others = [...own.matchAll(/(?:r\[|at\()"([^"]+)"/g)].map(([, other = ""]) => other);
      for (const other of others.filter((named) => named.startsWith("resource-"))) {
        expect(order.indexOf(other), `${other} before ${name}`).to.be.lessThan(index);
      }
    }
    const runs = [
      'ncloud.PipelineRun("run-1", { pipelineId: r["resource-7"].id, triggers: { edition: 3 }, ifRunning: "join" })',
      'ncloud.PipelineRun("run-2", { pipelineId: 905, triggers: { edition: 1 } })',
    ];
    for (const form of [
      'getBuildProjectOutput({ name: "shop-api" })',
      "provider: second",
      "].id",
      "parent: c[",
      ...runs,
    ]) {
      expect(text).to.contain(form);
    }
  });

  it("reads what failed, and why, from what the CLI prints", () => {
    expect(printedFailures(output).map(({ resource, message }) => [resource, message])).to.deep.equal([
      [
        "one",
        '1 error occurred: Created pipeline "one" (id 3103), but reading it back failed: … The id is saved in the state.',
      ],
      ["three", `Pipeline resource 'three' has a problem: A pipeline named "three" exists already, with id 7.`],
    ]);
  });
});
