import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import * as ncloud from "../../../sdk/index.ts";
import { actAsEngine, refusalOf } from "../../contract/sdk/support/act-as-engine.ts";

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  (output as unknown as { promise: () => Promise<Value> }).promise();

/** What a call says that ends the program at once, without its first line. */
async function refusal(call: () => unknown): Promise<string[]> {
  // A program of its own: what is refused in one turn is reported together.
  await new Promise(setImmediate);
  try {
    call();
  } catch (error) {
    expect(pulumi.RunError.isInstance(error), String(error)).to.equal(true);
    return (error as Error).message.split("\n").slice(1);
  }
  return [];
}

const untyped = ncloud as unknown as {
  buildTask: (...args: unknown[]) => unknown;
  deployTask: (...args: unknown[]) => unknown;
  on: (...args: unknown[]) => ncloud.ScheduleTriggerArgs;
  getBuildProjectOutput: (...args: unknown[]) => pulumi.Output<unknown>;
} & Record<
  "getBuildProject" | "getBuildProjects" | "getRun" | "getRuns" | "getPipeline" | "getDeployStage",
  (...args: unknown[]) => Promise<unknown>
> & {
    Pipeline: { new (...args: unknown[]): ncloud.Pipeline; get: (...args: unknown[]) => unknown };
  };

const giveName = "Give the name of a SourceBuild project.";

describe("messages of programs without types", () => {
  let emulator: Emulator;
  before(async () => {
    await pulumi.runtime.setMocks({ call: () => ({}), newResource: () => ({ id: "1", state: {} }) });
    emulator = await createEmulator({ log: "silent" });
  });
  after(() => emulator.close());

  it("name the builder and what it lacks, never a thing called undefined", async () => {
    expect(await refusal(() => untyped.buildTask("b"))).to.deep.equal([
      '  buildTask("b"), project: Required property "project" is missing. Give its name. [NCSP003]',
    ]);
    const [byId] = await refusal(() => untyped.buildTask("b", { projectId: 7 }));
    expect(byId).to.contain(
      'buildTask("b"), project: Required property "project" is missing. This function takes names; a task by ids is',
    );
    expect(await refusal(() => untyped.deployTask("d", { project: "shop" }))).to.have.length(2);
  });

  it("name the id that Pipeline.get lacks", async () => {
    expect(await refusal(() => untyped.Pipeline.get("x", undefined))).to.deep.equal([
      '  Pipeline "x", id: The id is missing. Give the id of an existing pipeline.',
    ]);
  });

  it("name the tasks that a pipeline without arguments lacks", async () => {
    expect(await refusal(() => new untyped.Pipeline("q"))).to.deep.equal([
      '  Pipeline "q", tasks: Required property "tasks" is missing. A pipeline needs it. [NCSP003]',
    ]);
  });

  it("give one error for a string where a list of days belongs", async () => {
    const tasks = [{ name: "build", type: "SourceBuild", projectId: 1 }] as const;
    const schedules = [untyped.on("MON", "09:00", "UTC")];
    expect(await refusal(() => new ncloud.Pipeline("q", { tasks, triggers: { schedules } }))).to.deep.equal([
      '  Pipeline "q", triggers.schedules[0].days: Expected a list, got a string. Put it in [ ]. [NCSP002]',
    ]);
  });

  it("show the first twenty of a kind and how many more there are, and all other kinds", async () => {
    await actAsEngine();
    for (let index = 0; index < 500; index++) new ncloud.Pipeline(`p${index}`, { tasks: [] });
    const lines = (await refusalOf(new untyped.Pipeline("q"))).split("\n").slice(1);
    expect(lines).to.have.length(22);
    expect(lines[0]).to.contain('Pipeline "p0", tasks: The list of tasks is empty.');
    expect(lines[20]).to.contain('Pipeline "q", tasks: Required property "tasks" is missing.');
    expect(lines[21]).to.equal("  … and 480 more of this kind. [NCSP103]");
  });

  it("give one line for arguments that are no object: a text, a list, an output", async () => {
    for (const [args, got] of [
      ["abc", "a string"],
      [["a"], "a list"],
      [pulumi.output({ tasks: [] }), "an output"],
      [pulumi.output("abc"), "an output"],
      [Promise.resolve({ tasks: [] }), "an output"],
    ] as const) {
      const line = `Expected an object of arguments, got ${got}. Give an object; its properties may be outputs. [NCSP002]`;
      expect(await refusal(() => new untyped.Pipeline("q", args))).to.deep.equal([`  Pipeline "q": ${line}`]);
      expect(await refusal(() => untyped.buildTask("b", args))).to.deep.equal([`  buildTask("b"): ${line}`]);
    }
  });

  it("name the function and the argument that it lacks, or that is something else", async () => {
    await actAsEngine();
    const { url, accessKey, secretKey } = emulator;
    pulumi.runtime.setAllConfig({
      "ncloud:endpoint": url,
      "ncloud:accessKey": accessKey,
      "ncloud:secretKey": secretKey,
    });
    const later = pulumi.output("shop-api");
    for (const [call, message] of [
      [untyped.getBuildProject(), `getBuildProject: Required argument "name" is missing. ${giveName}`],
      [untyped.getBuildProject({}), `getBuildProject: Required argument "name" is missing. ${giveName}`],
      [untyped.getBuildProject({ name: "" }), `getBuildProject: Argument "name" is empty. ${giveName}`],
      [untyped.getBuildProject({ name: 5 }), `getBuildProject: "name": Expected a string, got 5. ${giveName}`],
      [
        untyped.getBuildProject({ nmae: "x" }),
        'getBuildProject: Required argument "name" is missing, and "nmae" is unknown. Did you mean "name"?',
      ],
      [
        untyped.getBuildProject({ name: later }),
        'getBuildProject: Argument "name" is an output. Use getBuildProjectOutput, which takes an object with outputs.',
      ],
      [
        untyped.getBuildProject(pulumi.output({ name: "shop-api" })),
        "getBuildProject: Expected an object of arguments, got an output. " +
          "Use getBuildProjectOutput, which takes an object with outputs.",
      ],
      [untyped.getBuildProject("x"), 'getBuildProject: Expected an object of arguments, got "x".'],
      [
        valueOf(untyped.getBuildProjectOutput({})),
        `getBuildProjectOutput: Required argument "name" is missing. ${giveName}`.replace("Output", ""),
      ],
      [untyped.getBuildProjects({ search: 5 }), /^getBuildProjects: "search": Expected a string, got 5\./],
      [untyped.getRun({}), /^getRun: Required argument "pipelineId" is missing\..* argument "id" is missing\./],
      [untyped.getRuns({ pipelineId: "x" }), /^getRuns: "pipelineId": "x" is not an id\. Give the id of a pipeline/],
      [untyped.getPipeline({}), 'getPipeline: Neither "name" nor "id" is given. Give one of them.'],
      [untyped.getPipeline({ name: "x", id: 1 }), 'getPipeline: Both "name" and "id" are given. Give one of them.'],
      [untyped.getDeployStage({ project: "shop" }), /^getDeployStage: Required argument "name" is missing\./],
    ] as const) {
      const error = await call.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(ncloud.LookupError);
      if (typeof message === "string") expect((error as Error).message).to.equal(message);
      else expect((error as Error).message).to.match(message);
      expect((error as Error).stack).to.equal("");
    }
    pulumi.runtime.setAllConfig({});
  });
});
