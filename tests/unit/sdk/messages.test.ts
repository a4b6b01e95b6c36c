import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import * as ncloud from "../../../sdk/index.ts";
import { actAsEngine } from "../../contract/sdk/support/act-as-engine.ts";

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

/** What a program's mistakes say, without the first line. */
const mistakesOf = async (pipeline: ncloud.Pipeline): Promise<string[]> => {
  const message = await valueOf(pipeline.urn).then(String, (error: unknown) => (error as Error).message);
  return message.split("\n").slice(1);
};

const untyped = ncloud as unknown as {
  buildTask: (...args: unknown[]) => unknown;
  deployTask: (...args: unknown[]) => unknown;
  on: (...args: unknown[]) => ncloud.ScheduleTriggerArgs;
  getBuildProject: (...args: unknown[]) => Promise<unknown>;
  Pipeline: { new (...args: unknown[]): ncloud.Pipeline; get: (...args: unknown[]) => unknown };
};

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
    expect(await mistakesOf(new untyped.Pipeline("q"))).to.deep.equal([
      '  Pipeline "q", tasks: Required property "tasks" is missing. A pipeline needs it. [NCSP003]',
    ]);
  });

  it("give one error for a string where a list of days belongs", async () => {
    const tasks = [{ name: "build", type: "SourceBuild", projectId: 1 }] as const;
    const schedules = [untyped.on("MON", "09:00", "UTC")];
    expect(await mistakesOf(new ncloud.Pipeline("q", { tasks, triggers: { schedules } }))).to.deep.equal([
      '  Pipeline "q", triggers.schedules[0].days: Expected a list, got a string. Put it in [ ]. [NCSP002]',
    ]);
  });

  it("show the first twenty of a kind and how many more there are, and all other kinds", async () => {
    for (let index = 0; index < 500; index++) new ncloud.Pipeline(`p${index}`, { tasks: [] }).urn.apply(() => 0);
    const lines = await mistakesOf(new untyped.Pipeline("q"));
    expect(lines).to.have.length(22);
    expect(lines[0]).to.contain('Pipeline "p0", tasks: The list of tasks is empty.');
    expect(lines[20]).to.contain('Pipeline "q", tasks: Required property "tasks" is missing.');
    expect(lines[21]).to.equal("  … and 480 more of this kind. [NCSP103]");
  });

  it("say that a function lacks a name", async () => {
    await actAsEngine();
    const { url, accessKey, secretKey } = emulator;
    pulumi.runtime.setAllConfig({
      "ncloud:endpoint": url,
      "ncloud:accessKey": accessKey,
      "ncloud:secretKey": secretKey,
    });
    for (const args of [[], [{}], [{ name: "" }]]) {
      const error = await untyped.getBuildProject(...args).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(ncloud.LookupError);
      expect((error as Error).message).to.contain("The name of the SourceBuild project is missing.");
    }
    pulumi.runtime.setAllConfig({});
  });
});
