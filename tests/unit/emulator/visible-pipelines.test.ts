import { expect } from "chai";
import { hiddenChanges, visiblePipelines } from "../../../emulator/state/visible-pipelines.ts";
import type { Pipeline } from "../../../emulator/state/state.ts";

const pipeline = (id: number, description: string): Pipeline => ({
  id,
  region: "KR",
  name: `p${id}`,
  description,
  tasks: [],
  trigger: { repository: [], schedule: [], sourcepipeline: [] },
  changed: false,
});

describe("what reads show of recent changes", () => {
  const at = { emulated: 100, wall: 5000 };
  const changes = [{ id: 1, before: undefined, at }];

  it("hides a change until the delay has passed on one of the clocks", () => {
    expect(hiddenChanges(changes, { emulated: 109, wall: 5009 }, 10)).to.have.length(1);
    expect(hiddenChanges(changes, { emulated: 110, wall: 5000 }, 10)).to.have.length(0);
    expect(hiddenChanges(changes, { emulated: 100, wall: 5010 }, 10)).to.have.length(0);
    expect(hiddenChanges(changes, at, 0)).to.have.length(0);
  });

  it("shows what was there before the oldest hidden change", () => {
    const pipelines = new Map([[2, pipeline(2, "third")]]);
    const visible = visiblePipelines(pipelines, [
      { id: 2, before: pipeline(2, "first"), at },
      { id: 3, before: pipeline(3, "deleted"), at },
      { id: 2, before: pipeline(2, "second"), at },
      { id: 4, before: undefined, at },
    ]);
    expect([...visible.values()].map(({ id, description }) => [id, description])).to.deep.equal([
      [2, "first"],
      [3, "deleted"],
    ]);
  });
});
