import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Pipeline, Provider, type ProviderArgs } from "../../../sdk/index.ts";
import { providerProblems } from "../../../sdk/provider-problems.ts";
import { settingsFrom } from "../../../sdk/provider.ts";
import { actAsEngine, registered as ofEngine } from "../../contract/sdk/support/act-as-engine.ts";

const tasks = [{ name: "build", type: "SourceBuild" as const, projectId: 20632 }];

describe("the arguments of a provider", () => {
  const sound: [string, object][] = [
    ["none", {}],
    ["undefined and null", { accessKey: undefined, secretKey: null }],
    ["all", { accessKey: "AK", secretKey: "SK", region: "KR", platform: "vpc", site: "fin", validation: "offline" }],
    ["not known yet", { accessKey: pulumi.secret("AK"), region: Promise.resolve(7), platform: pulumi.output("vcp") }],
  ];
  for (const [what, args] of sound) {
    it(`are fine: ${what}`, () => expect(providerProblems("other", args)).to.deep.equal([]));
  }

  const wrong: [string, unknown, string[]][] = [
    ["a name in other letters", { accesskey: "CANARY" }, ['accesskey: .* Did you mean "accessKey"']],
    ["a name with a prefix", { "ncloud:secretKey": "CANARY" }, ['ncloud:secretKey: .* Did you mean "secretKey"']],
    [
      "a name that is like none",
      { password: pulumi.secret("CANARY") },
      ['password: .* Expected one of "accessKey", "secretKey"'],
    ],
    ["several", { acces: "CANARY", regio: "CANARY" }, ["acces: Unknown property", 'regio: .* Did you mean "region"']],
    ["a wrong word", { platform: "CANARY" }, ['platform: .* Expected one of "vpc", "classic"']],
    ["a word that is nearly right", { site: "publik" }, ['site: .* Did you mean "public"']],
    [
      "no string",
      { accessKey: 1234567890, endpoint: {}, validation: true },
      ["accessKey: Expected a string", "endpoint: Expected a string", "validation: Unknown value"],
    ],
    ["an empty string", { secretKey: "" }, ["secretKey: Expected a string that is not empty"]],
    ["no object", "CANARY", ['^  Provider "other": Expected an object of settings, got a string\\.']],
    ["an output of an object", pulumi.output({ accessKey: "CANARY" }), ["Expected an object of settings, got nothing"]],
  ];
  for (const [what, args, says] of wrong) {
    it(`are told by name, and never their values: ${what}`, () => {
      const problems = providerProblems("other", args);
      expect(problems).to.have.length(says.length);
      for (const [index, pattern] of says.entries()) expect(problems[index]).to.match(new RegExp(pattern));
      for (const line of problems) expect(line).to.match(/^ {2}Provider "other"[,:] /);
      expect(problems.join()).to.not.match(/CANARY|1234567890|publik/);
    });
  }
});

/** How the SDK marks a secret on its way to the engine. */
const secretMark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

describe("a provider under setMocks", () => {
  /** The types and inputs of the resources that were registered. */
  const registered: { type: string; name: string; inputs: Record<string, unknown> }[] = [];
  beforeEach(() =>
    pulumi.runtime.setMocks({
      call: () => ({}),
      newResource: ({ type, name, inputs }) => {
        registered.push({ type, name, inputs: inputs as Record<string, unknown> });
        return { id: `${name}-id`, state: inputs as object };
      },
    }),
  );
  beforeEach(() => void registered.splice(0));

  const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
    (output as unknown as { promise: () => Promise<Value> }).promise();
  const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it("with a wrong argument ends the program with the error that also ends the pipelines made before", async () => {
    await actAsEngine();
    const earlier = new Pipeline("earlier", { name: "earlier", tasks });
    let thrown: unknown;
    try {
      new Provider("other", { accesskey: "CANARY" } as ProviderArgs);
    } catch (error) {
      thrown = error;
    }
    expect(pulumi.RunError.isInstance(thrown)).to.equal(true);
    expect(thrown).to.have.property("stack", "");
    expect(String(thrown)).to.contain('Provider "other", accesskey: ').and.not.contain("CANARY");
    expect(await failureOf(valueOf(earlier.urn))).to.equal(thrown);
    expect(ofEngine.has("earlier")).to.equal(false);
  });

  it("with a wrong argument leaves the next programs of the process alone", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    expect(() => new Provider("other", { accesskey: "CANARY" } as ProviderArgs)).to.throw();
    await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(unhandled).to.deep.equal([]);
    expect(await valueOf(new Pipeline("next", { name: "next", tasks }).id)).to.equal("next-id");
  });

  it("is known by its class, and a pipeline is none", () => {
    expect(Provider.__pulumiType).to.equal("pulumi-nodejs");
    expect(Provider.isInstance(new Provider("own"))).to.equal(true);
    class Raw extends pulumi.ProviderResource {}
    const others = [new Pipeline("p", { name: "p", tasks }), new Raw("pulumi-nodejs", "raw"), {}, null];
    for (const other of others) expect(Provider.isInstance(other)).to.equal(false);
  });

  it("that is something else is called by what it is, by resources and by functions", () => {
    const provider = "x" as never;
    const says = '"x" is not an ncloud.Provider';
    expect(() => new Pipeline("p", { name: "p", tasks }, { provider })).to.throw(`Pipeline "p", provider: ${says}.`);
    expect(() => settingsFrom({ provider })).to.throw(`The provider ${says}, and functions`);
  });

  it("takes what it is not given from the stack's configuration, and hides all of it", async () => {
    pulumi.runtime.setAllConfig({ "ncloud:region": "JPN", "ncloud:site": "gov", "ncloud:accessKey": "AK-STACK" });
    const optional: { platform?: "vpc"; site?: "public" } = {};
    const args = {
      region: "SGN",
      accessKey: pulumi.output(undefined),
      site: optional.site,
      platform: optional.platform,
    };
    const provider = new Provider("same", args);
    await valueOf(provider.urn);
    pulumi.runtime.setAllConfig({});
    const expected = { accessKey: "AK-STACK", region: "SGN", site: "gov" };
    const settings = Object.entries(registered[0]?.inputs ?? {}).filter(([key]) => key !== "ncloud:explicit");
    const secrets = Object.entries(expected).map(([key, value]) => [`ncloud:${key}`, { ...secretMark, value }]);
    expect(Object.fromEntries(settings)).to.deep.equal(Object.fromEntries(secrets));
    expect(await valueOf(settingsFrom({ provider }))).to.deep.equal(expected);
  });
});
