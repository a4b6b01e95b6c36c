import { expect } from "chai";
import { comparePipelines, compareTargets } from "../../../cli/drift/compare-pipelines.ts";
import type { Task } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";

const build: Task = { name: "build", type: "SourceBuild", projectId: 1 };
const deploy: Task = { name: "deploy", type: "SourceDeploy", projectId: 2, stageId: 3, scenarioId: 4 };

describe("comparePipelines", () => {
  it("finds nothing in what means the same", () => {
    const linked = { ...deploy, linkedTasks: ["a", "b"] };
    const changes = comparePipelines(
      { description: "", tasks: [build, linked], triggers: { pipelines: [{ id: "7" }] } },
      {
        tasks: [
          { ...linked, linkedTasks: ["b", "a"] },
          { ...build, projectId: "1", linkedTasks: [] },
        ],
        triggers: { pipelines: [{ id: 7 }], repositories: [] },
      },
    );
    expect(changes).to.deep.equal([]);
  });

  it("reports a task that was added, removed or made another kind as one change", () => {
    expect(comparePipelines({ tasks: [build] }, { tasks: [deploy] })).to.deep.equal([
      { property: 'tasks["build"]', class: "task", origin: "pipeline", before: build },
      { property: 'tasks["deploy"]', class: "task", origin: "pipeline", after: deploy },
    ]);
    const other: Task = { ...deploy, name: "build" };
    expect(comparePipelines({ tasks: [build] }, { tasks: [other] })).to.deep.equal([
      { property: 'tasks["build"]', class: "task", origin: "pipeline", before: build, after: other },
    ]);
  });

  it("classifies branch, task and description", () => {
    const changes = comparePipelines(
      { description: "a", tasks: [{ ...build, branch: "main" }] },
      { description: "b", tasks: [{ ...build, branch: "develop", projectId: 9, linkedTasks: ["x"] }] },
    );
    expect(changes.map((change) => [change.property, change.class])).to.deep.equal([
      ["description", "description"],
      ['tasks["build"].projectId', "task"],
      ['tasks["build"].branch', "branch"],
      ['tasks["build"].linkedTasks', "task"],
    ]);
  });

  it("reports each trigger that came or went, and not their order", () => {
    const push = (name: string) => ({ name, branch: "main" });
    const changes = comparePipelines(
      { triggers: { repositories: [push("a"), push("b")] } },
      { triggers: { repositories: [push("c"), push("b")], pipelines: [{ id: 3 }] } },
    );
    expect(changes).to.deep.equal([
      { property: "triggers.repositories", class: "trigger", origin: "pipeline", before: push("a") },
      { property: "triggers.repositories", class: "trigger", origin: "pipeline", after: push("c") },
      { property: "triggers.pipelines", class: "trigger", origin: "pipeline", after: { id: 3 } },
    ]);
  });
});

describe("compareTargets", () => {
  const resolved = (repository: string) => ({ resolvedTargets: { build: { type: "SourceCommit", repository } } });

  it("reports what changed in the project of a task that stayed", () => {
    expect(compareTargets({ tasks: [build], ...resolved("a") }, { tasks: [build], ...resolved("b") })).to.deep.equal([
      { property: 'tasks["build"].target.repository', class: "target", origin: "project", before: "a", after: "b" },
    ]);
  });

  it("reports it of a task whose links and branch changed, too, and whose ids are written as strings now", () => {
    const edited = { ...build, projectId: String(build.projectId), branch: "develop", linkedTasks: ["test"] };
    const changes = compareTargets({ tasks: [build], ...resolved("a") }, { tasks: [edited], ...resolved("b") });
    expect(changes.map(({ property }) => property)).to.deep.equal(['tasks["build"].target.repository']);
  });

  it("reports a project that is gone by what is missing now", () => {
    const changes = compareTargets(
      { tasks: [build], ...resolved("a") },
      { tasks: [build], resolvedTargets: { build: {} } },
    );
    expect(changes.map(({ property }) => property)).to.deep.equal([
      'tasks["build"].target.type',
      'tasks["build"].target.repository',
    ]);
  });

  it("reports nothing of a task that works on another project now, or of a state that recorded nothing", () => {
    const moved = { ...build, projectId: 5 };
    expect(compareTargets({ tasks: [build], ...resolved("a") }, { tasks: [moved], ...resolved("b") })).to.deep.equal(
      [],
    );
    expect(compareTargets({ tasks: [build] }, { tasks: [build], ...resolved("b") })).to.deep.equal([]);
  });
});
