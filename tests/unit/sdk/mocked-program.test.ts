import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { buildTask, getBuildProject, Pipeline, type PipelineArgs, PipelineRun, Provider } from "../../../sdk/index.ts";
import { actAsEngine, refusalOf } from "../../contract/sdk/support/act-as-engine.ts";

/** The inputs of the resources, as the engine gets them. */
const declared = new Map<string, Record<string, unknown>>();

/** What a user's own unit test does: the engine is replaced, resources come back as they were declared. */
function replaceEngine(): Promise<void> {
  return pulumi.runtime.setMocks(
    {
      call: () => ({}),
      newResource: ({ name, inputs }) => {
        declared.set(name, inputs as Record<string, unknown>);
        return { id: `${name}-id`, state: inputs as object };
      },
    },
    "project",
    "stack",
    true,
  );
}

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  (output as unknown as { promise: () => Promise<Value> }).promise();

const build = { name: "build", type: "SourceBuild" as const, projectId: 20632 };

describe("a program under setMocks", () => {
  before(replaceEngine);

  it("has its pipelines, with links by task", async () => {
    const deploy = {
      name: "deploy",
      type: "SourceBuild" as const,
      projectId: pulumi.output("7"),
      linkedTasks: [build],
    };
    const pipeline = new Pipeline("shop", { name: "shop", tasks: [build, deploy] });
    expect(await valueOf(pipeline.id)).to.equal("shop-id");
    expect(await valueOf(pipeline.tasks))
      .to.have.nested.property("[1].linkedTasks")
      .deep.equal(["build"]);
    expect(Pipeline.isInstance(pipeline)).to.equal(true);
  });

  it("takes a pipeline or an id for a trigger by pipeline, and waits for it", async () => {
    const base = new Pipeline("base", { name: "base", tasks: [build] });
    const ids = [base, base.id, 3101, { id: "3102" }];
    const started = new Pipeline("started", { name: "started", tasks: [build], triggers: { pipelines: ids } });
    expect(await valueOf(started.triggers)).to.deep.equal({
      pipelines: [{ id: "base-id" }, { id: "base-id" }, { id: 3101 }, { id: "3102" }],
    });
  });

  it("tells each pipeline the URN that the engine will give it, also below a component", async () => {
    const component = new pulumi.ComponentResource("shop:index:Team", "team");
    const pipelines = [
      new Pipeline("top", { name: "top", tasks: [build] }),
      new Pipeline("below", { name: "below", tasks: [build] }, { parent: component }),
    ];
    for (const pipeline of pipelines) {
      const urn = await valueOf(pipeline.urn);
      expect(declared.get(urn.split("::").at(-1) ?? "")?.["__context"]).to.have.property("urn", urn);
    }
  });

  it("gets the mistakes of a constructor from the constructor, as of a generated class", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    expect(() => new Pipeline("one", { tasks: [] })).to.throw('Pipeline "one", tasks: The list of tasks is empty.');
    expect(() => new PipelineRun("run", { pipelineId: 1, waitFor: "x" as never })).to.throw("waitFor: Unknown value");
    expect(() => buildTask("b", {} as never)).to.throw('Required property "project" is missing.');
    const good = new Pipeline("good", { name: "shop", tasks: [build] });
    expect(() => new Pipeline("same", { name: "shop", tasks: [build] })).to.throw('Pipeline "good" is named "shop"');
    expect(await valueOf(good.id)).to.equal("good-id");
    const question = getBuildProject({ nme: "x" } as never);
    const answer = await question.catch((error: unknown) => error);
    expect(String(answer)).to.contain('getBuildProject: Required argument "name" is missing, and "nme" is unknown.');
    await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(unhandled).to.deep.equal([]);
  });

  it("has what the engine could still change as it is, with mistakes and all", async () => {
    const names = new Set(declared.keys());
    const empty = new Pipeline("empty", { name: "empty", tasks: [] }, { transforms: [() => undefined] });
    expect(await valueOf(empty.id)).to.equal("empty-id");
    // As long as another resource would take.
    await valueOf(new Pipeline("next", { name: "next", tasks: [build] }).id);
    expect([...declared.keys()].filter((name) => !names.has(name))).to.deep.equal(["empty", "next"]);
  });

  it("may give a name again that an earlier turn of the program gave", async () => {
    for (const name of ["turn-one", "turn-two"]) {
      expect(await valueOf(new Pipeline(name, { name: "shop", tasks: [build] }).id)).to.equal(`${name}-id`);
    }
  });

  it("is not blamed for what it does not know yet", async () => {
    const args: PipelineArgs = {
      name: pulumi.output("shop"),
      tasks: pulumi.output([{ ...build, linkedTasks: ["build"] }]),
      triggers: {
        schedules: [{ days: pulumi.output(["MON" as const]), time: pulumi.secret("09:00"), timeZone: "UTC" }],
      },
    };
    expect(await valueOf(new Pipeline("shop", args).id)).to.equal("shop-id");
  });

  it("has the type that keeps its tasks apart", () => {
    const task = buildTask satisfies (name: string, args: { project: string }) => { type: "SourceBuild" };
    expect(task).to.be.a("function");
  });
});

describe("a program in an update", () => {
  before(() => actAsEngine());

  /** The one message of a program's mistakes, with which each of its resources is refused. */
  async function mistakesOf(pipelines: Pipeline[]): Promise<string> {
    const messages = new Set(await Promise.all(pipelines.map(refusalOf)));
    expect([...messages]).to.have.length(1);
    return [...messages].join();
  }

  it("lets the check refuse each of its pipelines with the mistakes of all", async () => {
    const message = await mistakesOf([
      new Pipeline("one", { tasks: [] }),
      new Pipeline("two", { tasks: [{ ...build, linkedTasks: ["biuld"] }] }),
      new Pipeline("good", { tasks: [build] }),
    ]);
    expect(message).to.match(/^Validation failed:\n/);
    expect(message).to.contain('Pipeline "one", tasks: The list of tasks is empty.');
    expect(message).to.contain('Pipeline "two", tasks[0].linkedTasks[0]: Task "biuld" does not exist.');
  });

  it("is told where a resource stands that is no object or list, although its id is not known yet", async () => {
    const base = new Pipeline("before", { name: "before", tasks: [build] });
    const [task, triggers, name] = [base as never, base.id as never, base.id];
    const message = await mistakesOf([
      new Pipeline("task", { tasks: [task] }),
      new Pipeline("triggers", { tasks: [build], triggers }),
      new Pipeline("tasks", { tasks: triggers }),
      new Pipeline("schedule", { tasks: [build], triggers: { schedules: [task] } }),
      new Pipeline("named", { name, tasks: [{ ...build, projectId: task }] }),
    ]);
    const problems = message.split("\n").filter((line) => line.includes("[NCSP"));
    expect(problems.map((line) => /Pipeline "(.*, .*): .*, got the id of a resource\./.exec(line)?.[1])).to.deep.equal([
      'task", tasks[0]',
      'triggers", triggers',
      'tasks", tasks',
      'schedule", triggers.schedules[0]',
    ]);
  });

  it("is told of a zone that does not exist with everything else", async () => {
    const at = (timeZone: string): PipelineArgs => ({
      tasks: [build],
      triggers: { schedules: [{ days: ["MON"], time: "09:00", timeZone }] },
    });
    const message = await mistakesOf([
      new Pipeline("one", at("Asia/Seul")),
      new Pipeline("two", at("KST")),
      new Pipeline("three", at("Asia/Seoul")),
      new Pipeline("four", at("UTC")),
      new Pipeline("five", { tasks: [] }),
    ]);
    expect(message.split("\n").slice(1)).to.deep.equal([
      '  Pipeline "one", triggers.schedules[0].timeZone: Time zone "Asia/Seul" does not exist. Did you mean "Asia/Seoul"? [NCSP205]',
      '  Pipeline "two", triggers.schedules[0].timeZone: Time zone "KST" does not exist. Did you mean "Asia/Seoul"? [NCSP205]',
      '  Pipeline "five", tasks: The list of tasks is empty. Add at least one task. [NCSP103]',
    ]);
  });

  it("is told of equal names with everything else", async () => {
    const named = (name: string): PipelineArgs => ({ name, tasks: [build] });
    const message = await mistakesOf([
      new Pipeline("first", named("shop")),
      new Pipeline("second", named("shop")),
      new Pipeline("third", { name: "shop", tasks: [] }),
      new Pipeline("fourth", named("other")),
    ]);
    const hint =
      "Give one of them another name; to take over an existing pipeline, only one resource may adopt it. [NCSP112]";
    expect(message.split("\n").slice(1)).to.deep.equal([
      `  Pipeline "second", name: Pipeline "first" is named "shop", too. ${hint}`,
      '  Pipeline "third", tasks: The list of tasks is empty. Add at least one task. [NCSP103]',
      `  Pipeline "third", name: Pipeline "first" is named "shop", too. ${hint}`,
    ]);
  });

  it("may have equal names with different providers, and not with one that a component hands down", async () => {
    const named = (): PipelineArgs => ({ name: "shop", tasks: [build] });
    const [one, other] = [new Provider("one"), new Provider("other")];
    const outer = new pulumi.ComponentResource("shop:index:Outer", "outer", {}, { providers: [one] });
    const inner = new pulumi.ComponentResource("shop:index:Inner", "inner", {}, { parent: outer });
    const fine = [
      new Pipeline("default", named()),
      new Pipeline("of-one", named(), { provider: one }),
      new Pipeline("of-other", named(), { provider: other, parent: outer }),
      new Pipeline("unknown", { ...named(), name: pulumi.output("shop") }),
      new Pipeline("kept", named(), { ignoreChanges: ["name"] }),
      Pipeline.get("read", "shop-id"),
    ];
    for (const pipeline of fine) expect(await valueOf(pipeline.urn)).to.be.a("string");

    const message = await mistakesOf([
      new Pipeline("given", named(), { provider: one }),
      new Pipeline("inherited", named(), { parent: inner }),
    ]);
    expect(message).to.contain('Pipeline "inherited", name: Pipeline "given" is named "shop", too.');
  });
});
