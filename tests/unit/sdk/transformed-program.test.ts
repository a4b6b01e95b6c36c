import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Pipeline, type PipelineArgs, PipelineRun, Provider } from "../../../sdk/index.ts";
import { actAsEngine, refusalOf, registered } from "../../contract/sdk/support/act-as-engine.ts";

const build = { name: "build", type: "SourceBuild" as const, projectId: 20632 };

/** A pipeline that lacks its zone. */
const withoutZone = (): PipelineArgs => ({
  tasks: [build],
  triggers: { schedules: [{ days: ["MON"], time: "09:00" } as never] },
});

const supplyZone: pulumi.ResourceTransformation = ({ type, props, opts }) => {
  if (type !== Pipeline.__pulumiType) return undefined;
  const { triggers, ...rest } = props as { triggers: { schedules: object[] } };
  const schedules = triggers.schedules.map((schedule) => ({ ...schedule, timeZone: "Asia/Seoul" }));
  return { props: { ...rest, triggers: { schedules } }, opts };
};

describe("a pipeline that transformations change", () => {
  // Anew for each: a function that the engine calls back is noticed for the rest of a run.
  beforeEach(() => actAsEngine());

  it("meets no error from before its own transformation, or that of its component", async () => {
    expect(await refusalOf(new Pipeline("plain", withoutZone()))).to.contain(
      'timeZone: Required property "timeZone" is missing',
    );
    expect(await refusalOf(new Pipeline("own", withoutZone(), { transformations: [supplyZone] }))).to.equal("");
    const component = new pulumi.ComponentResource("shop:index:Team", "team", {}, { transformations: [supplyZone] });
    expect(await refusalOf(new Pipeline("inner", withoutZone(), { parent: component }))).to.equal("");
    expect(registered.get("inner")).to.have.nested.property("triggers.schedules[0].timeZone", "Asia/Seoul");
  });

  it("is told the mistakes that a transformation makes", async () => {
    const drop: pulumi.ResourceTransformation = ({ props, opts }) => ({
      props: { ...(props as object), tasks: [] },
      opts,
    });
    const pipeline = new Pipeline("emptied", { tasks: [build] }, { transformations: [drop] });
    expect(await refusalOf(pipeline)).to.contain('Pipeline "emptied", tasks: The list of tasks is empty.');
  });

  it("may be silenced by one, with the same mistakes as in the program", async () => {
    const silenceAs =
      (silence: object): pulumi.ResourceTransformation =>
      ({ props, opts }) => ({ props: { ...(props as object), silence }, opts });
    const silence = { NCSP406: "the nightly pipeline builds it" };
    const team = new pulumi.ComponentResource(
      "shop:index:Team",
      "silent",
      {},
      { transformations: [silenceAs(silence)] },
    );
    expect(await refusalOf(new Pipeline("silenced", { tasks: [build] }, { parent: team }))).to.equal("");
    expect(registered.get("silenced")).to.have.deep.property("silence", silence);
    const wrong = new Pipeline("wrong", { tasks: [build] }, { transformations: [silenceAs({ NCSP103: "x" })] });
    expect(await refusalOf(wrong)).to.match(/Pipeline "wrong", silence\.NCSP103: .* is an error, .*\[NCSP902\]/);
  });

  it("has links by name also where a transformation adds tasks", async () => {
    const add: pulumi.ResourceTransformation = ({ props, opts }) => ({
      props: { ...(props as object), tasks: [build, { ...build, name: "test", linkedTasks: [build] }] },
      opts,
    });
    expect(await refusalOf(new Pipeline("linked", { tasks: [build] }, { transformations: [add] }))).to.equal("");
    expect(registered.get("linked")).to.have.nested.property("tasks[1].linkedTasks[0]", "build");
  });

  it("leaves mistakes to the provider's check where the engine may still change the arguments", async () => {
    const transforms: pulumi.ResourceTransform[] = [() => undefined];
    expect(await refusalOf(new Pipeline("later", withoutZone(), { transforms }))).to.equal("");
  });

  it("leaves mistakes to the provider's check where the stack has transforms", async () => {
    expect(await refusalOf(new Pipeline("before", withoutZone()))).to.contain(
      'timeZone: Required property "timeZone" is missing',
    );
    pulumi.runtime.registerResourceTransform(() => undefined);
    expect(await refusalOf(new Pipeline("after", withoutZone()))).to.equal("");
  });

  it("takes over by id what the option import names, without the engine's import", async () => {
    expect(await refusalOf(new Pipeline("taken", { tasks: [build] }, { import: "3101" }))).to.equal("");
    expect(registered.get("taken")).to.include({ adopt: "3101" });
    expect(registered.get("taken")?.["__context"]).to.include({ isImport: true });
    const withOwn = new Pipeline("adopting", { tasks: [build], adopt: "3101" });
    expect(await refusalOf(withOwn)).to.equal("");
    expect(registered.get("adopting")?.["__context"]).to.not.have.property("isImport");
  });

  it("refuses a provider of another package in one sentence", async () => {
    class Aws extends pulumi.ProviderResource {}
    const aws = new Aws("aws", "prod", {});
    expect(await refusalOf(new Pipeline("wrong", { tasks: [build] }, { provider: aws }))).to.contain(
      'Pipeline "wrong", provider: "prod" (aws) is not an ncloud.Provider.',
    );
    expect(await refusalOf(new Pipeline("right", { tasks: [build] }, { provider: new Provider("own") }))).to.equal("");
  });
});

describe("a run that transformations change", () => {
  beforeEach(() => actAsEngine());

  it("is looked at as they leave it, and says so with its class and name", async () => {
    const give =
      (more: object): pulumi.ResourceTransformation =>
      ({ props, opts }) => ({ props: { ...(props as object), ...more }, opts });
    const wrong = { pipelineId: 3101, waitFor: "sucess" as never };
    expect(await refusalOf(new PipelineRun("plain", wrong))).to.contain(
      'PipelineRun "plain", waitFor: Unknown value "sucess". Did you mean "success"? [NCSP502]',
    );
    const cured = new PipelineRun("cured", wrong, { transformations: [give({ waitFor: "end" })] });
    expect(await refusalOf(cured)).to.equal("");
    expect(registered.get("cured")).to.include({ waitFor: "end" });
    const broken = new PipelineRun("broken", { pipelineId: 3101 }, { transformations: [give({ ifRunning: "queue" })] });
    expect(await refusalOf(broken)).to.contain('PipelineRun "broken", ifRunning: Unknown value "queue".');
  });

  it("shares one error with the pipelines of the program", async () => {
    const made = [new Pipeline("empty", { tasks: [] }), new PipelineRun("nothing", {} as never)];
    const [first, second] = await Promise.all(made.map(refusalOf));
    expect(first).to.equal(second);
    expect(first)
      .to.contain('Pipeline "empty", tasks: The list of tasks is empty.')
      .and.contain('PipelineRun "nothing", pipelineId: Required property "pipelineId" is missing.');
  });

  it("cannot be imported, and is told how to be read", async () => {
    expect(await refusalOf(new PipelineRun("past", { pipelineId: 3101 }, { import: "3101:54001" }))).to.contain(
      'PipelineRun "past", import: A run is past, and cannot be imported. To read it: PipelineRun.get("past", ',
    );
    expect(() => PipelineRun.get("none", undefined as never)).to.throw('PipelineRun "none", id: The id is missing.');
    expect(() => new PipelineRun("list", [] as never)).to.throw(
      'PipelineRun "list": Expected an object of arguments, got a list.',
    );
  });

  it("tells the provider which arguments are secret", async () => {
    const secret = new PipelineRun("secret", { pipelineId: 3101, triggers: { token: pulumi.secret("x") } });
    expect(await refusalOf(secret)).to.equal("");
    const { __context: context } = registered.get("secret") ?? {};
    expect(context).to.deep.include({ secrets: ["triggers.token"] });
  });
});

describe("the class Pipeline, as policies see it", () => {
  it("has the type of its resources, by which alone instances are known", () => {
    const type = "pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline";
    expect(Pipeline.__pulumiType).to.equal(type);
    expect(Pipeline.isInstance({ __pulumiType: type })).to.equal(true);
    for (const other of [{ __pulumiType: "aws:s3:Bucket" }, {}, null, undefined, type]) {
      expect(Pipeline.isInstance(other)).to.equal(false);
    }
  });
});
