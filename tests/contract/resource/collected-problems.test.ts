import { expect } from "chai";
import { check, created, useService } from "./use-service.ts";

const task = (projectId: number, more: object = {}) => ({ name: "build", type: "SourceBuild", projectId, ...more });
const context = { urn: "urn:x", dryRun: true, isCollecting: true };

describe("a check whose mistakes the program reports", () => {
  const under = useService();

  it("passes and hands all of them back: of the form, of the links and of what the account lacks", async () => {
    const tasks = [task(7, { linkedTask: [], linkedTasks: ["biuld"] })];
    const { host } = under.process();
    const { inputs, failures } = await check({}, { name: "shop", tasks, __context: context }, host);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.include({ name: "shop", tasks });
    const codes = (inputs as { __problems: string[] }).__problems.map((line) => /NCSP\d+/.exec(line)?.[0]);
    expect(codes).to.have.members(["NCSP001", "NCSP108", "NCSP401"]);
  });

  it("says of a pipeline of the stack that is missing that it was deleted elsewhere, and how it comes back", async () => {
    const triggers = { pipelines: [{ id: 3101 }, { id: 3102 }] };
    const fromStack = { "triggers.pipelines[0].id": 'Pipeline "base"', "tasks[0].projectId": 'Pipeline "x"' };
    const given = { name: "shop", tasks: [task(20632)], triggers, __context: { urn: "urn:x", fromStack } };
    const { failures } = await check({}, given, under.process().host);
    const [own = "", other = "", ...more] = failures.map(({ reason }) => reason);
    expect(own).to.equal(
      'triggers.pipelines[0].id: Pipeline 3101 does not exist any more: it is Pipeline "base" of this stack, and was ' +
        'deleted elsewhere. "pulumi up --refresh" makes it again, and "pulumi preview --refresh" shows that before. [NCSP312]',
    );
    expect(other).to.match(/^triggers\.pipelines\[1\]\.id: Pipeline 3102 does not exist\. /);
    expect(more).to.deep.equal([]);
  });

  it("keeps the inputs of a pipeline that exists: a wrong new name must not replace it", async () => {
    const { outs } = await created(under.process());
    const given = { name: "other", tasks: [task(7)], __provider: "p", __context: context };
    const { inputs, failures } = await check(outs, given, under.process().host);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.include({ name: "shop" }).and.to.have.property("__problems").with.length(1);
  });

  it("hands back what stands for the whole resource, too", async () => {
    const given = { tasks: [task(20632)], adopt: "99", __context: context };
    const { inputs } = await check({}, given, under.process().host);
    expect(inputs).to.have.nested.property("__problems[0]").that.contains("adopt: Pipeline 99 does not exist.");
  });

  it("refuses with what the program knows already, and asks nobody about the rest", async () => {
    const { host } = under.process();
    const given = { name: "shop", tasks: [task(7)], __provider: "p" };
    const refused = await check({}, { ...given, __context: { urn: "urn:x", refusal: "It is wrong." } }, host);
    expect(refused.failures).to.deep.equal([{ property: "", reason: "It is wrong." }]);
    const { inputs, failures } = await check({}, { ...given, __context: { ...context, refusal: "" } }, host);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.equal({ ...given, __problems: [] });
  });

  it("tells the form also where the account cannot be asked", async () => {
    under.fault({ status: 401, body: { error: { errorCode: "200", message: "Authentication Failed" } } });
    const given = { name: "shop", tasks: [task(7, { linkedTask: [] })], __context: context };
    const { inputs } = await check({}, given, under.process().host);
    expect(inputs).to.have.nested.property("__problems[0]").that.contains("NCSP001");
  });

  it("fails as ever in an update, and where no program listens", async () => {
    for (const other of [{ urn: "urn:x" }, { urn: "urn:x", dryRun: true }]) {
      const given = { name: "shop", tasks: [task(7)], __context: other };
      const { inputs, failures } = await check({}, given, under.process().host);
      expect(failures.map(({ reason }) => reason).join()).to.contain("NCSP401");
      expect(inputs).to.not.have.property("__problems");
    }
  });

  it("quotes nothing that is secret, collected, failing, thrown or as a warning", async () => {
    const tasks = [
      { name: "canary-task", type: "SourceBuild", projectId: 20632, branch: "canary-branch", linkedTasks: ["other"] },
      { name: "loose", type: "SourceBuild", projectId: 20632 },
    ];
    const given = { name: "canary name", tasks };
    const secrets = ["name", "tasks[0]"];
    for (const more of [context, { urn: "urn:x" }]) {
      const { inputs, failures } = await check({}, { ...given, __context: { ...more, secrets } }, under.process().host);
      const { __problems = [] } = inputs as { __problems?: string[] };
      const text = [...__problems, ...failures.map(({ reason }) => reason)].join("\n");
      expect(text)
        .to.contain("name: [secret] is not a valid name.")
        .and.contain("[secret] does not exist in repository");
      expect(text).to.contain("tasks[0].branch: Branch [secret] does not exist").and.not.contain("canary");
    }
    const loose = tasks.map(({ name }) => ({ name, type: "SourceBuild", projectId: 20632 }));
    const adopting = { name: "x", tasks: loose, adopt: "77001", __context: { ...context, secrets: ["adopt"] } };
    const { inputs } = await check({}, adopting, under.process().host);
    expect(inputs)
      .to.have.deep.property("__problems")
      .that.deep.equals(["adopt: Pipeline [secret] does not exist. Remove adopt to create one. [NCSP114]"]);

    const warned = under.process();
    const sound = { name: "x", tasks: loose, __context: { ...context, secrets: ["tasks[0].name"] } };
    await check({}, sound, warned.host);
    expect(warned.messages.join("\n")).to.contain("NCSP111").and.contain("[secret]").and.not.contain("canary");
  });
});
