import { expect } from "chai";
import type { ProjectResult } from "../../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type { Checked, State } from "../../../../scripts/chaos/engine/verbs.ts";
import { stateOf as stateOfType, unreadState } from "../../../../provider/core/resource/state.ts";
import { inputs, project, state } from "./make-host.ts";

import { pipelineType } from "../../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";

const stateOf = (...given: [Checked, ProjectResult]) => stateOfType(pipelineType, ...given, origin) as unknown as State;
const unseenState = (given: Checked, prior: object) => unreadState(pipelineType, given, { ...prior }, origin);

const origin = { account: "key-one", endpoint: "https://example.test" };
const resolvedTargets = { build: { repository: "shop-api", branch: "main" } };
const tasks = [{ name: "build", type: "SourceBuild" as const, projectId: 1, branch: "main" }];

describe("what stands in a state", () => {
  it("names the branch of a task once, where the program gives it", () => {
    const [task] = project().tasks;
    const target = { type: "SourceCommit", info: { branch: "main" } };
    const shown = project({ tasks: [{ ...task!, config: { ...task!.config, target } }] } as object);
    expect(stateOf(inputs(), shown).resolvedTargets["build"]).to.have.property("branch", "main");
    expect(stateOf(inputs({ tasks }), shown).resolvedTargets["build"]).to.not.have.property("branch");
  });

  it("forgets a branch that was recorded, once the program names it, also when the service was not seen since", () => {
    const known = state({ resolvedTargets });
    expect(unseenState(inputs(), known).resolvedTargets).to.deep.equal(resolvedTargets);
    expect(unseenState(inputs({ tasks }), known).resolvedTargets).to.deep.equal({
      build: { repository: "shop-api" },
    });
  });
});
