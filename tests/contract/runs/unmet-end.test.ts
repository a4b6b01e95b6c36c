import { expect } from "chai";
import { kinds } from "../../../provider/hosts/plugin/kinds.ts";
import { diffResponse, fromStruct, toStruct } from "../../../provider/hosts/plugin/messages.ts";
import { pluginVerbs } from "../../../provider/hosts/plugin/plugin-verbs.ts";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { runs, useRuns } from "./use-runs.ts";

describe("of a run whose end is not the wanted one", () => {
  const { under, given } = useRuns();
  const verbs = pluginVerbs(kinds.find(({ token }) => token.endsWith(":PipelineRun"))!);
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;

  for (const [status, told] of [
    ["success", DIFF_NONE],
    ["failed", DIFF_SOME],
    ["canceled", DIFF_SOME],
  ] as const) {
    it(`the packaged provider tells the engine, when it is ${status}, that it has ${told === DIFF_SOME ? "something" : "nothing"} to do, though nothing differs`, () => {
      const inputs = { pipelineId: 3101, triggers: { image: "one" }, region: "KR", platform: "vpc", site: "public" };
      const opened = fromStruct(toStruct(inputs));
      const state = fromStruct(toStruct({ ...inputs, runId: "54001", status }));
      const { changes, replaces, isAsked } = verbs.diff(
        { state, priorInputs: opened, inputs: opened },
        under.process().host,
      );
      const response = diffResponse(changes, replaces, isAsked);
      expect(response.getChanges()).to.equal(told);
      expect(response.getReplacesList()).to.deep.equal([]);
    });
  }

  /** What the verbs of one command say, from the check to the comparison. */
  async function said(state: object, args: object, dryRun: boolean): Promise<string[]> {
    const process = under.process();
    const { inputs } = await runs.check({}, given(args), process.host);
    await runs.check(inputs, given(args, { dryRun }), process.host);
    process.messages.length = 0;
    runs.diff({ ...inputs, runId: "54001", ...state }, inputs, process.host);
    return process.messages;
  }

  it("a preview says what became of it, and that nothing will be run", async () => {
    const [failed, ...others] = await said({ status: "failed" }, {}, true);
    expect(failed).to.match(
      /^warning: Run 54001 of pipeline \d+ failed\. Would run nothing, and say so again\. To run it again, change triggers, or set retryFailed: true\.$/,
    );
    expect(others).to.deep.equal([]);
    expect((await said({ status: "canceled" }, {}, true))[0]).to.contain("was canceled. Would run nothing");
    expect((await said({ status: "running" }, {}, true))[0]).to.contain("Would follow it, and run nothing.");
  });

  it("nobody says so outside a preview, or where it is wanted, or run again", async () => {
    expect(await said({ status: "failed" }, {}, false)).to.deep.equal([]);
    expect(await said({ status: "success" }, {}, true)).to.deep.equal([]);
    expect(await said({ status: "failed" }, { waitFor: "end" }, true)).to.deep.equal([]);
    expect(await said({ status: "failed" }, { retryFailed: true }, true)).to.deep.equal([]);
  });

  it("the packaged provider says it once, whoever told it that this is a preview", async () => {
    for (const __context of [{ dryRun: true }, undefined]) {
      const process = under.process();
      const { __context: _, __provider: __, ...program } = given({});
      const opened = fromStruct(toStruct({ ...program, ...(__context && { __context }) }));
      const urn = "urn:release";
      const { inputs } = await verbs.check({ urn, prior: fromStruct(undefined), given: opened }, process.host);
      process.messages.length = 0;
      const checked = fromStruct(toStruct(inputs));
      const state = fromStruct(toStruct({ ...inputs, runId: "54001", status: "failed" }));
      verbs.diff({ state, priorInputs: checked, inputs: checked }, process.host);
      const call = { urn, id: "3101:54001", state, inputs: checked, isPreview: true, timeoutMs: undefined };
      await verbs.update(call, process.host);
      expect(process.messages.filter((line) => line.includes("say so again"))).to.have.length(1);
    }
  });
});
