import { expect } from "chai";
import { nameFor } from "../../../../provider/hosts/plugin/autonaming.ts";
import { pipelineDescriptor } from "../../../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import { runDescriptor } from "../../../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";

const name = (autonaming: object | undefined, program = {}, prior = {}) =>
  nameFor(pipelineDescriptor, { program, prior, autonaming: autonaming as never });

describe("the engine's setting for names", () => {
  it("gives the proposed name where it is valid, and leaves the name to the resource otherwise", () => {
    expect(name({ mode: "propose", proposedName: "shop-1" }).given).to.deep.equal({ name: "shop-1" });
    expect(name({ mode: "propose", proposedName: "no name!" })).to.deep.equal({ given: {}, mayBeMade: true });
  });

  it("gives an enforced name as it is, so that what is wrong with it is told", () =>
    expect(name({ mode: "enforce", proposedName: "no name!" }).given).to.deep.equal({ name: "no name!" }));

  it("lets no name be made when it is turned off", () =>
    expect(name({ mode: "disable", proposedName: "" })).to.deep.equal({ given: {}, mayBeMade: false }));

  it("means nothing for what has a name, or adopts one, or has none at all", () => {
    const enforced = { mode: "enforce", proposedName: "x" };
    const nothing = { given: {}, mayBeMade: true };
    expect(name(enforced, { name: "own" })).to.deep.equal(nothing);
    expect(name(enforced, {}, { name: "held" })).to.deep.equal(nothing);
    expect(name(enforced, { adopt: "1" })).to.deep.equal(nothing);
    expect(name(undefined)).to.deep.equal(nothing);
    expect(nameFor(runDescriptor, { program: {}, prior: {}, autonaming: enforced as never })).to.deep.equal(nothing);
  });
});
