import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as ncloud from "../../../sdk/index.ts";

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  (output as unknown as { promise: () => Promise<Value> }).promise();

/** What the mocks were asked. */
let calls: pulumi.runtime.MockCallArgs[] = [];
let answers: Record<string, object> = {};

describe("functions under setMocks", () => {
  before(() =>
    pulumi.runtime.setMocks({
      call: (args) => {
        calls.push(args);
        return answers[args.token] ?? {};
      },
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as object }),
    }),
  );
  beforeEach(() => {
    calls = [];
    answers = {};
  });

  it("ask the mocks' call with the function's name as token, and nothing else", async () => {
    answers = { "ncloud:index:getBuildProject": { id: 7, name: "shop-api" } };
    expect(await ncloud.getBuildProject({ name: "shop-api" })).to.deep.equal({ id: 7, name: "shop-api" });
    expect(await valueOf(ncloud.getBuildProjectOutput({ name: pulumi.output("shop-api") }).id)).to.equal(7);
    expect(calls.map(({ token, inputs }) => ({ token, inputs: { ...(inputs as object) } }))).to.deep.equal([
      { token: "ncloud:index:getBuildProject", inputs: { name: "shop-api" } },
      { token: "ncloud:index:getBuildProject", inputs: { name: "shop-api" } },
    ]);
  });

  it("take a list from an object with one key, and none as empty", async () => {
    answers = { "ncloud:index:getTimeZones": { timeZones: ["Asia/Seoul"] } };
    expect(await ncloud.getTimeZones()).to.deep.equal(["Asia/Seoul"]);
    expect(await valueOf(ncloud.getTimeZonesOutput())).to.deep.equal(["Asia/Seoul"]);
    expect(await ncloud.getPipelines({ search: "shop" })).to.deep.equal([]);
  });

  it("each have a token", async () => {
    const functions = ncloud as unknown as Readonly<Record<string, (args: object) => Promise<unknown>>>;
    const names = Object.keys(functions).filter((name) => /^get[A-Z]/.test(name) && !name.endsWith("Output"));
    const sound = { name: "x", repository: "x", project: "x", stage: "x", pipelineId: 1 };
    for (const name of names) await functions[name]!(name === "getRun" ? { ...sound, id: 1 } : sound);
    expect(calls.map(({ token }) => token)).to.deep.equal(names.map((name) => `ncloud:index:${name}`));
    expect(names).to.have.length(17);
  });

  it("refuse arguments that they cannot ask with, as with an engine", async () => {
    const wrong = { nme: "x" } as never;
    for (const answer of [ncloud.getBuildProject(wrong), valueOf(ncloud.getBuildProjectOutput(wrong))]) {
      const error = await answer.catch((reason: unknown) => reason);
      expect(error)
        .to.be.instanceOf(ncloud.LookupError)
        .and.to.have.property("message")
        .that.contains('"nme" is unknown');
    }
    expect(calls).to.deep.equal([]);
  });

  it("are what builders ask, so that a pipeline of names needs no service", async () => {
    answers = { "ncloud:index:getBuildProject": { id: 7 } };
    const shop = new ncloud.Pipeline("shop", { tasks: [ncloud.buildTask("build", { project: "shop-api" })] });
    expect(await valueOf(shop.tasks))
      .to.have.nested.property("[0]")
      .include({ projectId: 7 });
  });

  it("name their provider to the mocks: the given one, or that of the parent", async () => {
    const [one, other] = [new ncloud.Provider("one"), new ncloud.Provider("other")];
    const component = new pulumi.ComponentResource("shop:index:Team", "team", {}, { providers: [one] });
    await ncloud.getPipelines({}, { parent: component });
    await ncloud.getPipelines({}, { parent: component, provider: other });
    await valueOf(ncloud.getPipelinesOutput({}, { parent: component }));
    expect(calls.map(({ provider }) => provider?.split("::").at(-2))).to.deep.equal(["one", "other", "one"]);
  });
});
