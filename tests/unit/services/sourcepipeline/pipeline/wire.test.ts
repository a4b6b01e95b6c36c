import { expect } from "chai";
import { getProjectResult } from "../../../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type { PipelineInputs } from "../../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import {
  additionsOf,
  fromProject,
  toChangeBody,
  toCreateBody,
  withoutNamedBranches,
} from "../../../../../provider/services/sourcepipeline/pipeline/wire.ts";

const plain = (zone: string): string => zone;

/** An answer about a pipeline with one build task on a branch. */
const answer = (branch: string | undefined, rest: object = {}) =>
  getProjectResult.parse({
    id: 2034,
    name: "shop",
    tasks: [
      {
        id: 1,
        name: "build",
        type: "SourceBuild",
        config: { projectId: 20632, target: branch === undefined ? null : { type: "SourceCommit", info: { branch } } },
        linkedTasks: [],
      },
    ],
    ...rest,
  });

const program: PipelineInputs = { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] };
const withBranch = (branch: string): PipelineInputs => ({
  name: "shop",
  tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, branch }],
});

describe("what is sent", () => {
  it("is always whole, and names a branch only where the program does", () => {
    expect(toCreateBody(program, plain)).to.deep.equal({
      name: "shop",
      description: "",
      tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] }],
      trigger: { repository: [], schedule: [], sourcepipeline: [] },
    });
    expect(toChangeBody(withBranch("main"), plain)).to.not.have.property("name");
    expect(toChangeBody(withBranch("main"), plain).tasks[0]?.config).to.deep.equal({
      projectId: 20632,
      target: { info: { branch: "main" } },
    });
  });

  it("has the vendor's words, days in the order of the week, and the service's spelling of a zone", () => {
    const triggers: PipelineInputs["triggers"] = {
      repositories: [{ name: "shop-api", branch: "main" }],
      schedules: [{ days: ["SUN", "MON", "MON"], time: "03:30", timeZone: "Asia/Seoul" }],
      pipelines: [{ id: "7" }],
    };
    expect(toCreateBody({ ...program, triggers }, (zone) => `${zone} (UTC+09:00)`).trigger).to.deep.equal({
      repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
      schedule: [
        { day: ["MON", "SUN"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", scheduleOnlyWithChange: false },
      ],
      sourcepipeline: [{ id: 7 }],
    });
  });
});

describe("a branch that the program does not name", () => {
  const recorded = (branch: string) => ({ resolvedTargets: { build: { branch } } });

  it("is left out while it is the one recorded at the last write", () => {
    expect(fromProject(answer("main"), program, recorded("main"))).to.deep.equal(program);
  });

  it("shows when it became another one", () => {
    expect(fromProject(answer("develop"), program, recorded("main"))).to.deep.equal(withBranch("develop"));
  });

  it("is left out when nothing was recorded", () => {
    expect(fromProject(answer("main"), program)).to.deep.equal(program);
  });

  it("shows when the task is not known", () => {
    expect(fromProject(answer("main"), {})).to.deep.equal(withBranch("main"));
  });

  it("is not made up when the service returns none", () => {
    expect(fromProject(answer(undefined), program, recorded("main"))).to.deep.equal(program);
  });
});

describe("a branch that the program names", () => {
  it("shows as the service has it", () => {
    expect(fromProject(answer("develop"), withBranch("main"))).to.deep.equal(withBranch("develop"));
  });

  it("is not contradicted by a service that does not tell", () => {
    expect(fromProject(answer(undefined), withBranch("main"))).to.deep.equal(withBranch("main"));
  });
});

it("what somebody added in the console shows", () => {
  const trigger = { sourcepipeline: [{ id: 7, name: "base" }] };
  expect(fromProject(answer("main", { description: "new", trigger }), program)).to.deep.equal({
    ...program,
    description: "new",
    triggers: { pipelines: [{ id: 7 }] },
  });
});

it("a task of a kind that this version does not know is read as it is", () => {
  const task = { id: 9, name: "scan", type: "SourceScan", config: { projectId: 5 }, linkedTasks: ["build"] };
  const project = getProjectResult.parse({ id: 1, name: "shop", tasks: [task] });
  expect(fromProject(project, {}).tasks).to.deep.equal([
    { name: "scan", type: "SourceScan", projectId: 5, linkedTasks: ["build"] },
  ]);
});

it("what the service adds is kept by task name", () => {
  expect(additionsOf(answer("main"), program)).to.deep.equal({
    taskIds: { build: 1 },
    resolvedTargets: { build: { type: "SourceCommit", branch: "main" } },
  });
  expect(additionsOf(answer("main"), {})).to.deep.equal(additionsOf(answer("main"), program));
  expect(additionsOf(answer(undefined), program).resolvedTargets).to.deep.equal({ build: {} });
});

describe("a branch that the program names, and that may be a secret of it", () => {
  it("is not repeated among what the service adds, whatever the service has there", () => {
    for (const branch of ["main", "develop"]) {
      expect(additionsOf(answer(branch), withBranch("main"))).to.deep.equal({
        taskIds: { build: 1 },
        resolvedTargets: { build: { type: "SourceCommit" } },
      });
    }
  });

  it("is taken out of what an earlier version recorded, and that of other tasks is kept", () => {
    const [build] = withBranch("main").tasks;
    const recorded = {
      build: { type: "SourceCommit", branch: "main" },
      test: { branch: "main" },
      gone: { branch: "x" },
    };
    const inputs = { tasks: [build!, { ...program.tasks[0]!, name: "test" }] };
    expect(withoutNamedBranches(recorded, inputs)).to.deep.equal({ ...recorded, build: { type: "SourceCommit" } });
  });

  it("shows no drift beside what an earlier version recorded, and shows what somebody changed", () => {
    for (const resolvedTargets of [{ build: { type: "SourceCommit", branch: "main" } }, { build: {} }, {}]) {
      expect(fromProject(answer("main"), withBranch("main"), { resolvedTargets })).to.deep.equal(withBranch("main"));
      expect(fromProject(answer("other"), withBranch("main"), { resolvedTargets })).to.deep.equal(withBranch("other"));
    }
  });

  it("is recorded again once the program leaves it out", () => {
    const { resolvedTargets } = additionsOf(answer("develop"), program);
    expect(fromProject(answer("develop"), program, { resolvedTargets })).to.deep.equal(program);
    expect(fromProject(answer("main"), program, { resolvedTargets })).to.deep.equal(withBranch("main"));
  });
});
