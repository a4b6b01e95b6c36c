import { expect } from "chai";
import { createRunTable, defaultKeptRuns } from "../../../emulator/state/run-table.ts";
import type { Run } from "../../../emulator/state/state.ts";

const run = (id: number, projectId: number, end: number | null = id): Run => ({
  id,
  projectId,
  requestType: "console",
  requestId: "emulator",
  begin: id,
  end,
  status: end === null ? "inProgress" : "success",
  tasks: [],
  chain: [projectId],
});
const idsOf = (runs: Iterable<Run>): number[] => [...runs].map(({ id }) => id);

describe("table of runs", () => {
  it("keeps the last runs of each pipeline, and says which it drops", () => {
    const changed: number[] = [];
    const runs = createRunTable([run(1, 7), run(2, 8), run(3, 7)], 2, (id) => changed.push(id));
    runs.set(4, run(4, 7));
    expect(idsOf(runs.of(7))).to.deep.equal([3, 4]);
    expect(idsOf(runs.of(8))).to.deep.equal([2]);
    expect(idsOf(runs.values())).to.deep.equal([2, 3, 4]);
    expect(changed).to.deep.equal([1, 4]);
  });

  it("keeps 500 of each unless an option says otherwise", () => {
    const many = Array.from({ length: 600 }, (_, index) => run(index + 1, 7));
    expect(idsOf(createRunTable(many, defaultKeptRuns).of(7))).to.deep.equal(idsOf(many.slice(100)));
  });

  it("drops what goes on only after its end, and never one of the last", () => {
    const runs = createRunTable([], 2);
    for (const id of [1, 2, 3, 4]) runs.set(id, run(id, 7, null));
    expect(idsOf(runs.of(7))).to.deep.equal([1, 2, 3, 4]);
    runs.set(4, run(4, 7));
    expect(idsOf(runs.of(7))).to.deep.equal([1, 2, 3, 4]);
    runs.set(1, run(1, 7));
    expect(idsOf(runs.of(7))).to.deep.equal([2, 3, 4]);
    expect(idsOf(runs.running())).to.deep.equal([2, 3]);
  });

  it("deletes the runs of a pipeline", () => {
    const runs = createRunTable([run(1, 7), run(2, 8), run(3, 7, null)], 10);
    runs.deleteOf(7);
    expect(idsOf(runs.values())).to.deep.equal([2]);
    expect(runs.running()).to.deep.equal([]);
    expect(runs.get(1)).to.equal(undefined);
  });

  it("looks at no run of another pipeline", () => {
    let isWatched = false;
    const watched = new Proxy(run(1, 7, null), {
      get: (target, key) => {
        if (isWatched) throw new Error(`${String(key)} of a run of another pipeline was read`);
        return Reflect.get(target, key) as unknown;
      },
    });
    const runs = createRunTable([watched, run(2, 8)], 2);
    isWatched = true;
    runs.set(3, run(3, 8, null));
    runs.set(4, run(4, 8));
    expect(runs.of(8)).to.have.length(2);
    expect(runs.running()).to.have.length(2);
    runs.deleteOf(8);
    expect(runs.size).to.equal(1);
  });
});
