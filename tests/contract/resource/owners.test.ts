import { expect } from "chai";
import { createOwners } from "../../../provider/core/resource/owners.ts";
import type { GivenInputs } from "../../../provider/hosts/dynamic/verbs.ts";
import { check, create, created, deletePipeline, useService } from "./use-service.ts";

const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
const given = (urn: string, args: object): GivenInputs => ({ tasks, ...args, __provider: "p", __context: { urn } });

describe("owners of pipelines, in a command with several provider processes", () => {
  const under = useService();

  it("one that another process takes over under another resource is not deleted", async () => {
    const made = await created(under.process());
    const owners = createOwners();
    const [one, other] = [under.process({ owners }), under.process({ owners })];
    const { inputs } = await check({}, given("urn:y", { name: "shop", adopt: true }), other.host);
    expect((await create(inputs as never, other.host)).id).to.equal(made.id);
    await deletePipeline(made.id, made.outs, one.host);
    expect(under.pipelines().map(({ id }) => String(id))).to.deep.equal([made.id]);
    expect(one.messages.join()).to.contain("is kept");
  });

  it("a name has one resource, whichever process is asked, and however loopback is written", async () => {
    const owners = createOwners();
    const one = under.process({ owners });
    const other = under.process({ owners, url: one.host.connect().endpoint.replace("127.0.0.1", "localhost") });
    expect((await check({}, given("urn:x", { name: "shop" }), one.host)).failures).to.deep.equal([]);
    const { failures } = await check({}, given("urn:y", { name: "shop" }), other.host);
    expect(failures.map(({ reason }) => reason).join())
      .to.contain("NCSP112")
      .and.contain("urn:x");
    expect((await check({}, given("urn:x", { name: "shop" }), other.host)).failures).to.deep.equal([]);
  });

  it("one that the state holds for another resource of the program cannot be taken over, checked or not", async () => {
    const made = await created(under.process());
    const { host } = under.process();
    const inputs = {
      adopt: made.id,
      tasks,
      __provider: "p",
      __context: { urn: "urn:y", stored: { holders: { shop: "urn:x" } } },
    };
    expect((await check({}, inputs, host)).failures.map(({ reason }) => reason).join()).to.contain("NCSP112");
  });

  it("an id that one resource lets go of is taken over by another one, and not made anew", async () => {
    const made = await created(under.process());
    const state = { ...made.outs, adopt: made.id };
    const { host } = under.process();
    await check(state, given("urn:x", { name: "shop-x", adopt: made.id }), host);
    const { inputs } = await check({}, given("urn:y", { adopt: made.id }), host);
    expect((await create(inputs as never, host)).id).to.equal(made.id);
    await deletePipeline(made.id, state, host);
    expect(under.pipelines().map(({ name }) => name)).to.deep.equal(["shop"]);
  });
});
