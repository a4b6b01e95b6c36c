import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Pipeline, type PipelineArgs, PipelineRun, Provider } from "../../../sdk/index.ts";

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  (output as unknown as { promise: () => Promise<Value> }).promise();

/** The inputs of the resources, as the engine gets them. */
const declared = new Map<string, Record<string, unknown>>();

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

/** What a program's mistakes say, or nothing. */
const mistakesOf = (resource: pulumi.CustomResource): Promise<string> =>
  valueOf(resource.urn).then(
    () => "",
    (error: unknown) => String(error),
  );

const replaceEngine = (): Promise<void> =>
  pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: ({ name, inputs }) => {
      declared.set(name, inputs as Record<string, unknown>);
      return { id: `${name}-id`, state: inputs as object };
    },
  });

describe("a pipeline that transformations change", () => {
  // Anew for each: a function that the engine calls back is noticed for the rest of a run.
  beforeEach(replaceEngine);

  it("meets no error from before its own transformation, or that of its component", async () => {
    expect(await mistakesOf(new Pipeline("plain", withoutZone()))).to.contain(
      'timeZone: Required property "timeZone" is missing',
    );
    expect(await mistakesOf(new Pipeline("own", withoutZone(), { transformations: [supplyZone] }))).to.equal("");
    const component = new pulumi.ComponentResource("shop:index:Team", "team", {}, { transformations: [supplyZone] });
    expect(await mistakesOf(new Pipeline("inner", withoutZone(), { parent: component }))).to.equal("");
    expect(declared.get("inner")).to.have.nested.property("triggers.schedules[0].timeZone", "Asia/Seoul");
  });

  it("is told the mistakes that a transformation makes", async () => {
    const drop: pulumi.ResourceTransformation = ({ props, opts }) => ({
      props: { ...(props as object), tasks: [] },
      opts,
    });
    const pipeline = new Pipeline("emptied", { tasks: [build] }, { transformations: [drop] });
    expect(await mistakesOf(pipeline)).to.contain('Pipeline "emptied", tasks: The list of tasks is empty.');
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
    expect(await mistakesOf(new Pipeline("silenced", { tasks: [build] }, { parent: team }))).to.equal("");
    expect(declared.get("silenced")).to.have.deep.property("silence", silence);
    const wrong = new Pipeline("wrong", { tasks: [build] }, { transformations: [silenceAs({ NCSP103: "x" })] });
    expect(await mistakesOf(wrong)).to.match(/Pipeline "wrong", silence\.NCSP103: .* is an error, .*\[NCSP902\]/);
  });

  it("has links by name also where a transformation adds tasks", async () => {
    const add: pulumi.ResourceTransformation = ({ props, opts }) => ({
      props: { ...(props as object), tasks: [build, { ...build, name: "test", linkedTasks: [build] }] },
      opts,
    });
    expect(await mistakesOf(new Pipeline("linked", { tasks: [build] }, { transformations: [add] }))).to.equal("");
    expect(declared.get("linked")).to.have.nested.property("tasks[1].linkedTasks[0]", "build");
  });

  it("leaves mistakes to the provider's check where the engine may still change the arguments", async () => {
    const transforms: pulumi.ResourceTransform[] = [() => undefined];
    expect(await mistakesOf(new Pipeline("later", withoutZone(), { transforms }))).to.equal("");
  });

  it("leaves mistakes to the provider's check where the stack has transforms", async () => {
    expect(await mistakesOf(new Pipeline("before", withoutZone()))).to.contain(
      'timeZone: Required property "timeZone" is missing',
    );
    pulumi.runtime.registerResourceTransform(() => undefined);
    expect(await mistakesOf(new Pipeline("after", withoutZone()))).to.equal("");
  });

  it("takes over by id what the option import names, without the engine's import", async () => {
    expect(await mistakesOf(new Pipeline("taken", { tasks: [build] }, { import: "3101" }))).to.equal("");
    expect(declared.get("taken")).to.include({ adopt: "3101" });
    expect(declared.get("taken")?.["__context"]).to.include({ isImport: true });
    const withOwn = new Pipeline("adopting", { tasks: [build], adopt: "3101" });
    expect(await mistakesOf(withOwn)).to.equal("");
    expect(declared.get("adopting")?.["__context"]).to.not.have.property("isImport");
  });

  it("refuses a provider of another package in one sentence", async () => {
    class Aws extends pulumi.ProviderResource {}
    const aws = new Aws("aws", "prod", {});
    expect(await mistakesOf(new Pipeline("wrong", { tasks: [build] }, { provider: aws }))).to.contain(
      'Pipeline "wrong", provider: "prod" (aws) is not an ncloud.Provider.',
    );
    expect(await mistakesOf(new Pipeline("right", { tasks: [build] }, { provider: new Provider("own") }))).to.equal("");
  });
});

describe("a run that transformations change", () => {
  beforeEach(replaceEngine);

  it("is looked at as they leave it, and says so with its class and name", async () => {
    const give =
      (more: object): pulumi.ResourceTransformation =>
      ({ props, opts }) => ({ props: { ...(props as object), ...more }, opts });
    const wrong = { pipelineId: 3101, waitFor: "sucess" as never };
    expect(await mistakesOf(new PipelineRun("plain", wrong))).to.contain(
      'PipelineRun "plain", waitFor: Unknown value "sucess". Did you mean "success"? [NCSP502]',
    );
    const cured = new PipelineRun("cured", wrong, { transformations: [give({ waitFor: "end" })] });
    expect(await mistakesOf(cured)).to.equal("");
    expect(declared.get("cured")).to.include({ waitFor: "end" });
    const broken = new PipelineRun("broken", { pipelineId: 3101 }, { transformations: [give({ ifRunning: "queue" })] });
    expect(await mistakesOf(broken)).to.contain('PipelineRun "broken", ifRunning: Unknown value "queue".');
  });

  it("shares one error with the pipelines of the program", async () => {
    const made = [new Pipeline("empty", { tasks: [] }), new PipelineRun("nothing", {} as never)];
    const [first, second] = await Promise.all(made.map(mistakesOf));
    expect(first).to.equal(second);
    expect(first)
      .to.contain('Pipeline "empty", tasks: The list of tasks is empty.')
      .and.contain('PipelineRun "nothing", pipelineId: Required property "pipelineId" is missing.');
  });

  it("cannot be imported, and is told how to be read", async () => {
    expect(await mistakesOf(new PipelineRun("past", { pipelineId: 3101 }, { import: "3101:54001" }))).to.contain(
      'PipelineRun "past", import: A run is past, and cannot be imported. To read it: PipelineRun.get("past", ',
    );
    expect(() => PipelineRun.get("none", undefined as never)).to.throw('PipelineRun "none", id: The id is missing.');
    expect(() => new PipelineRun("list", [] as never)).to.throw(
      'PipelineRun "list": Expected an object of arguments, got a list.',
    );
  });

  it("tells the provider which arguments are secret", async () => {
    const secret = new PipelineRun("secret", { pipelineId: 3101, triggers: { token: pulumi.secret("x") } });
    expect(await mistakesOf(secret)).to.equal("");
    const { __context: context } = declared.get("secret") ?? {};
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
