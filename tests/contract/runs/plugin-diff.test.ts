import { expect } from "chai";
import { kinds } from "../../../provider/hosts/plugin/kinds.ts";
import { diffResponse, fromStruct, toStruct } from "../../../provider/hosts/plugin/messages.ts";
import { pluginVerbs } from "../../../provider/hosts/plugin/plugin-verbs.ts";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { useRuns } from "./use-runs.ts";

describe("what the packaged provider tells the engine of a run", () => {
  const { under } = useRuns();
  const verbs = pluginVerbs(kinds.find(({ token }) => token.endsWith(":PipelineRun"))!);
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;

  for (const [status, told] of [
    ["success", DIFF_NONE],
    ["failed", DIFF_SOME],
    ["canceled", DIFF_SOME],
  ] as const) {
    it(`that is ${status}: it has ${told === DIFF_SOME ? "something" : "nothing"} to do, though nothing differs`, () => {
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
});
