import { expect } from "chai";
import {
  suppressEquivalent,
  isEquivalent,
} from "../../../../../provider/services/sourcepipeline/pipeline/equivalence.ts";
import type { PipelineInputs, Task } from "../../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const build: Task = { name: "build", type: "SourceBuild", projectId: 20632, branch: "main" };
const test: Task = { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["build"] };
const known: PipelineInputs = {
  name: "shop",
  tasks: [build, test],
  triggers: {
    schedules: [{ days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul" }],
    pipelines: [{ id: "7" }],
  },
};
const kept = (fresh: object, order: "program" | "prior" = "program") =>
  suppressEquivalent(known, { ...known, ...fresh }, { order });

describe("keepSpelling", () => {
  it("keeps the known tasks when they come in another order from the service", () => {
    expect(kept({ tasks: [test, build] }, "prior")).to.deep.equal(known);
  });

  it("keeps the order of tasks when nothing but that changed", () => {
    expect(kept({ tasks: [test, build] })).to.deep.equal(known);
  });

  it("takes the program's order of tasks when one of them changed", () => {
    const changed = { ...test, projectId: 9 };
    expect(kept({ tasks: [changed, build] }).tasks).to.deep.equal([changed, build]);
  });

  it("puts a task that is new behind the known ones", () => {
    const extra: Task = { name: "extra", type: "SourceBuild", projectId: 1 };
    expect(kept({ tasks: [extra, test, build] }, "prior").tasks).to.deep.equal([build, test, extra]);
  });

  it("keeps the order of links in a task that changed otherwise", () => {
    const before = { ...known, tasks: [build, { ...test, linkedTasks: ["a", "b"] }] };
    const fresh = { ...known, tasks: [build, { ...test, projectId: 9, linkedTasks: ["b", "a", "b"] }] };
    expect(suppressEquivalent(before, fresh, { order: "program" }).tasks[1]).to.deep.equal({
      ...test,
      projectId: 9,
      linkedTasks: ["a", "b"],
    });
  });

  it("keeps known triggers beside a new one", () => {
    const schedules = [
      { days: ["SAT"], time: "10:00", timeZone: "Asia/Seoul" },
      { days: ["FRI", "MON"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", onlyWithChange: false },
    ];
    expect(kept({ triggers: { schedules, pipelines: [{ id: 7 }] } }).triggers).to.deep.equal({
      schedules: [schedules[0], known.triggers?.schedules?.[0]],
      pipelines: [{ id: "7" }],
    });
  });

  for (const timeZone of ["Asia/Seoul (UTC+09:00)", "Asia/Seoul (UTC+08:30)", "ROK", "asia/seoul"]) {
    it(`keeps a zone that is written as ${timeZone} now`, () => {
      const schedules = [{ days: ["MON", "FRI"], time: "03:30", timeZone }];
      for (const order of ["program", "prior"] as const) {
        expect(kept({ triggers: { ...known.triggers, schedules } }, order)).to.deep.equal(known);
      }
      expect(isEquivalent(known, { ...known, triggers: { ...known.triggers, schedules } } as PipelineInputs)).to.equal(
        true,
      );
    });
  }

  it("takes another zone, with the same clock or an unknown one", () => {
    for (const timeZone of ["Asia/Tokyo", "Asia/Tokyo (UTC+09:00)", "KST"]) {
      const schedules = [{ days: ["MON", "FRI"], time: "03:30", timeZone }];
      expect(kept({ triggers: { schedules } }).triggers).to.deep.equal({ schedules });
    }
  });

  it("lets triggers go", () => {
    const { schedules } = known.triggers ?? {};
    expect(kept({ triggers: { schedules } }).triggers).to.deep.equal({ schedules });
    expect(kept({ triggers: undefined })).to.not.have.property("triggers");
    const two = { ...known, triggers: { pipelines: [{ id: 7 }, { id: 8 }] } };
    const one = { ...known, triggers: { pipelines: [{ id: 8 }] } };
    expect(suppressEquivalent(two, one, { order: "program" })).to.deep.equal(one);
  });

  it("leaves what is not known as the program says it", () => {
    const tasks = [{ ...build, projectId: unknownValue }, test];
    const triggers = { pipelines: [{ id: unknownValue }] };
    expect(kept({ tasks, triggers })).to.deep.equal({ ...known, tasks, triggers });
    expect(kept({ tasks: unknownValue }).tasks).to.equal(unknownValue);
    expect(kept({ triggers: unknownValue }).triggers).to.equal(unknownValue);
  });

  it("takes an empty description for none, and none for an empty one", () => {
    expect(kept({ description: "" })).to.not.have.property("description");
    const described = { ...known, description: "" };
    expect(suppressEquivalent(described, known, { order: "program" })).to.deep.equal(described);
  });

  it("shows a task of another kind whole", () => {
    const other = { name: "build", type: "SourceDeploy", projectId: 20632, stageId: 1, scenarioId: 2 };
    expect(kept({ tasks: [other, test] }).tasks[0]).to.deep.equal(other);
  });

  it("compares kinds that this version does not know as they are", () => {
    const strange = { name: "scan", type: "SourceScan", projectId: 1 } as unknown as Task;
    const before = { ...known, tasks: [strange] };
    expect(suppressEquivalent(before, { ...known, tasks: [{ ...strange }] }, { order: "prior" })).to.deep.equal(before);
    const changed = { ...strange, projectId: 2 };
    expect(suppressEquivalent(before, { ...known, tasks: [changed] }, { order: "prior" }).tasks).to.deep.equal([
      changed,
    ]);
  });

  it("takes the fresh pipeline when nothing is known", () => {
    expect(suppressEquivalent({}, known, { order: "prior" })).to.deep.equal(known);
  });
});
