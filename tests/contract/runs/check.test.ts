import { expect } from "chai";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { runs, useRuns } from "./use-runs.ts";

describe("the check of a run", () => {
  const { under, given, pipelineId } = useRuns();
  const failures = async (args: object, context: object = {}): Promise<string[]> =>
    (await runs.check({}, given(args, context), under.process().host)).failures.map(({ reason }) => reason);

  it("finds all mistakes with path and code", async () => {
    const found = await failures({ pipelineId: "shop", waitFor: "sucess", ifRunning: "queue", trigers: {} });
    expect(found.map((reason) => reason.slice(0, reason.indexOf(":"))).sort()).to.deep.equal([
      "ifRunning",
      "pipelineId",
      "trigers",
      "waitFor",
    ]);
    expect(found.join("\n")).to.contain("NCSP502").and.contain("NCSP503").and.contain("NCSP106").and.contain("NCSP001");
  });

  it("finds a pipeline that does not exist, but none that is still to be made", async () => {
    expect((await failures({ pipelineId: 4711 })).join())
      .to.contain("pipelineId")
      .and.contain("NCSP501");
    expect(await failures({ pipelineId: 4711 }, { pending: ["pipelineId"] })).to.deep.equal([]);
    expect(await failures({ pipelineId: unknownValue })).to.deep.equal([]);
  });

  it("says of a pipeline of the stack that it was deleted elsewhere", async () => {
    const [found] = await failures({ pipelineId: 4711 }, { fromStack: { pipelineId: 'Pipeline "shop"' } });
    expect(found).to.match(/Pipeline 4711 does not exist any more: it is Pipeline "shop" of this stack.*\[NCSP501\]$/);
  });

  it("asks in a preview for its pipeline also when something else is wrong", async () => {
    const codes = async (args: object, context: object): Promise<string[]> =>
      (await failures(args, context)).map((reason) => /NCSP\d+/.exec(reason)?.[0] ?? "");
    const wrong = { pipelineId: 4711, trigers: {} };
    expect(await codes(wrong, { dryRun: true })).to.have.members(["NCSP001", "NCSP501"]);
    expect(await codes(wrong, {})).to.have.members(["NCSP001"]);
    expect(await codes({ pipelineId: 4711, waitFor: "sucess" }, {})).to.have.members(["NCSP502", "NCSP501"]);
  });

  it("hands its mistakes back where the program reports them", async () => {
    const context = { dryRun: true, isCollecting: true, secrets: ["waitFor"] };
    const args = given({ pipelineId: 4711, waitFor: "canary" }, context);
    const { inputs, failures: failed } = await runs.check({}, args, under.process().host);
    expect(failed).to.deep.equal([]);
    const { __problems: problems } = inputs as { __problems: string[] };
    expect(problems.join("\n")).to.contain("NCSP501").and.contain("NCSP502").and.not.contain("canary");
  });

  it("says at preview what would run, and which triggers changed, never a value", async () => {
    const process = under.process();
    const preview = async (prior: object, args: object, context: object = {}): Promise<string> => {
      const before = process.messages.length;
      await runs.check(prior, given(args, { dryRun: true, ...context }), process.host);
      return process.messages.slice(before).join("\n");
    };
    expect(await preview({}, {})).to.contain('Would run pipeline "shop" (2 tasks).');
    const { inputs } = await runs.check({}, given({ triggers: { token: "secret-one" } }), process.host);
    const changed = await preview(inputs, { triggers: { token: "secret-two" } });
    expect(changed).to.contain('Would run pipeline "shop" (2 tasks). Changed triggers: token.');
    expect(changed).to.not.contain("secret");
    expect(await preview(inputs, { triggers: { token: "secret-one" } })).to.equal("");
    expect(await preview({}, { runOnCreate: false })).to.contain("run nothing");
  });

  it("replaces for another pipeline, other triggers and another location, and for nothing else", async () => {
    const { host } = under.process();
    const { inputs } = await runs.check({}, given({}), host);
    const replaces = (change: object): string[] => runs.diff(inputs, { ...inputs, ...change }, host).replaces;
    expect(replaces({ triggers: { image: "two" } })).to.deep.equal(["triggers"]);
    expect(replaces({ pipelineId: pipelineId() + 1 })).to.deep.equal(["pipelineId"]);
    expect(replaces({ region: "JPN" })).to.deep.equal(["region"]);
    expect(replaces({ waitFor: "end", ifRunning: "join", cancelOnInterrupt: false, retryFailed: true })).to.deep.equal(
      [],
    );
  });
});
