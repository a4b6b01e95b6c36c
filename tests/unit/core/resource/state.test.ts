import { expect } from "chai";
import { stateOf, unseenState } from "../../../../provider/core/resource/state.ts";
import { inputs, project, state } from "./make-ports.ts";

const origin = { account: "key-one", endpoint: "https://example.test" };
const resolvedTargets = { build: { repository: "shop-api", branch: "main" } };
const tasks = [{ name: "build", type: "SourceBuild" as const, projectId: 1, branch: "main" }];

describe("what stands in a state", () => {
  it("names the branch of a task once, where the program gives it", () => {
    const [task] = project().tasks;
    const target = { type: "SourceCommit", info: { branch: "main" } };
    const shown = project({ tasks: [{ ...task!, config: { ...task!.config, target } }] } as object);
    expect(stateOf(inputs(), shown, origin).resolvedTargets["build"]).to.have.property("branch", "main");
    expect(stateOf(inputs({ tasks }), shown, origin).resolvedTargets["build"]).to.not.have.property("branch");
  });

  it("forgets a branch that was recorded, once the program names it, also when the service was not seen since", () => {
    const known = state({ resolvedTargets });
    expect(unseenState(inputs(), known, origin).resolvedTargets).to.deep.equal(resolvedTargets);
    expect(unseenState(inputs({ tasks }), known, origin).resolvedTargets).to.deep.equal({
      build: { repository: "shop-api" },
    });
  });
});
