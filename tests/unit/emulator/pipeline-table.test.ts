import { expect } from "chai";
import { createPipelineTable } from "../../../emulator/state/pipeline-table.ts";
import type { Pipeline } from "../../../emulator/state/state.ts";

const pipeline = (id: number, name: string, after: number[] = [], region = "KR"): Pipeline => ({
  id,
  region,
  name,
  description: "",
  tasks: [],
  trigger: { repository: [], schedule: [], sourcepipeline: after.map((other) => ({ id: other })) },
  changed: true,
});
const idsOf = (pipelines: Iterable<Pipeline>): number[] => [...pipelines].map(({ id }) => id);

describe("table of pipelines", () => {
  it("finds names by region, also where one is taken twice", () => {
    const pipelines = createPipelineTable([pipeline(1, "shop"), pipeline(2, "shop", [], "SGN"), pipeline(3, "shop")]);
    expect(idsOf(pipelines.named("KR", "shop"))).to.deep.equal([1, 3]);
    pipelines.delete(1);
    expect(idsOf(pipelines.named("KR", "shop"))).to.deep.equal([3]);
    expect(idsOf(pipelines.named("KR", "web"))).to.deep.equal([]);
  });

  it("finds what a pipeline starts, as it is after an edit", () => {
    const pipelines = createPipelineTable([pipeline(1, "a"), pipeline(2, "b", [1]), pipeline(3, "c", [1, 2])]);
    expect(idsOf(pipelines.startedBy(1))).to.deep.equal([2, 3]);
    pipelines.set(2, pipeline(2, "b"));
    pipelines.set(1, pipeline(1, "a", [3]));
    expect(idsOf(pipelines.startedBy(1))).to.deep.equal([3]);
    expect(idsOf(pipelines.startedBy(3))).to.deep.equal([1]);
    pipelines.delete(3);
    expect(idsOf(pipelines.startedBy(1))).to.deep.equal([]);
  });

  it("keeps the order of creation, and says what is set or deleted", () => {
    const changed: number[] = [];
    const pipelines = createPipelineTable([pipeline(1, "a"), pipeline(2, "b")], (id) => changed.push(id));
    pipelines.set(1, pipeline(1, "a", [2]));
    pipelines.set(3, pipeline(3, "c"));
    pipelines.delete(2);
    expect(idsOf(pipelines.values())).to.deep.equal([1, 3]);
    expect(changed).to.deep.equal([1, 3, 2]);
    expect([pipelines.size, pipelines.has(2)]).to.deep.equal([2, false]);
  });
});
