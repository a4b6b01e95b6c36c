import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { isTypeOf } from "../../../provider/hosts/shared/resource-types.ts";
import { chosenHost, hostOptions, providerPackage, typeOf, underChosenHost } from "../../../sdk/host.ts";
import { Pipeline, PipelineRun } from "../../../sdk/index.ts";

const dynamic = "pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline";
const plugin = "ncloud:index:Pipeline";

const choose = (host: string | undefined): void => {
  pulumi.runtime.setAllConfig(host === undefined ? {} : { "ncloud:host": host });
};

describe("the host of a program's resources", () => {
  afterEach(() => {
    choose(undefined);
  });

  it("is the dynamic one unless the stack's configuration says otherwise, and no other word is taken", () => {
    expect(chosenHost()).to.equal("dynamic");
    expect([typeOf("Pipeline"), providerPackage()]).to.deep.equal([dynamic, "pulumi-nodejs"]);
    choose("plugin");
    expect([typeOf("Pipeline"), providerPackage()]).to.deep.equal([plugin, "ncloud"]);
    choose("Plugin");
    expect(chosenHost).to.throw('ncloud:host: "Plugin" is not known. Give one of "dynamic", "plugin".');
  });

  for (const [host, other] of [
    ["dynamic", plugin],
    ["plugin", dynamic],
  ] as const) {
    it(`${host} takes over what the other one made, under earlier names, too`, () => {
      choose(host);
      const { aliases, version } = hostOptions("Pipeline", { aliases: [{ name: "former" }, "urn:of:old"] });
      expect(aliases).to.deep.equal([
        { name: "former" },
        "urn:of:old",
        { name: "former", type: other },
        { type: other },
      ]);
      expect(version !== undefined).to.equal(host === "plugin");
    });
  }

  it("finds what the state holds, whichever host wrote it, inside other resources, too", () => {
    const urn = (type: string): string => `urn:pulumi:dev::shop::team:index:Team$${type}::shop::more`;
    choose("plugin");
    expect(underChosenHost(urn(dynamic))).to.equal(urn(plugin));
    expect(underChosenHost(urn(plugin))).to.equal(urn(plugin));
    choose("dynamic");
    expect(underChosenHost(urn(plugin))).to.equal(urn(dynamic));
    expect(underChosenHost("urn:pulumi:dev::shop::other:index:Thing::x")).to.contain("::other:index:Thing::");
  });

  it("does not show in what a value is", () => {
    for (const type of [dynamic, plugin]) {
      expect(isTypeOf("Pipeline", type)).to.equal(true);
      expect(Pipeline.isInstance({ __pulumiType: type })).to.equal(true);
      expect(PipelineRun.isInstance({ __pulumiType: type })).to.equal(false);
      expect(PipelineRun.isInstance({ __pulumiType: `${type}Run` })).to.equal(true);
    }
  });
});
