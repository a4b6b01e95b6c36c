import { expect } from "chai";
import { budgets } from "../../../benchmarks/calls/budgets.ts";
import { benchmarkWorld, listsOf } from "../../../benchmarks/support/benchmark-world.ts";
import { declaredPipelines } from "../../../benchmarks/support/declared-pipelines.ts";
import { checkPipeline } from "../../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";

describe("the pipelines of the benchmarks", () => {
  it("are sound, and refer to what is there", () => {
    const projects = (benchmarkWorld.buildProjects ?? []).map(({ id }) => id);
    for (const { startedBy: _, ...pipeline } of declaredPipelines(50)) {
      expect(checkPipeline(pipeline, { now: Date.UTC(2026, 0) })).to.deep.equal([]);
      const [build] = pipeline.tasks;
      expect(projects).to.include(build?.projectId);
    }
  });

  it("change all of them in another edition, and nothing else", () => {
    const [before, after] = [declaredPipelines(3, 1), declaredPipelines(3, 2)];
    expect(after).to.deep.equal(
      before.map((pipeline) => ({ ...pipeline, description: pipeline.description?.replace("edition 1", "edition 2") })),
    );
  });
});

describe("the budget of calls", () => {
  it("counts each list once, however many pipelines share it", () => {
    // Time zones, names, repositories, build and deploy projects, stages; branches of 20; scenarios of two stages.
    expect(listsOf(20)).to.equal(6 + 20 + 2);
    expect(listsOf(200)).to.equal(listsOf(20));
  });

  it("is that of section 5 of the design", () => {
    const allowed = Object.fromEntries(budgets.map(({ command, budget }) => [command, budget(200)]));
    expect(allowed).to.deep.equal({
      up: 200 + 200 + 2 * 28,
      "unchanged preview": 28,
      refresh: 200,
      update: 200 + 400 + 2 * 28,
      destroy: 201,
    });
  });
});
