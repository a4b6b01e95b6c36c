import { expect } from "chai";
import fc from "fast-check";
import { inCanonicalOrder } from "../../../cli/export/canonical-order.ts";
import { danglingTasks } from "../../../cli/export/dangling-tasks.ts";
import type { NamesOfAccount } from "../../../cli/export/names-of-account.ts";
import { resourceNames } from "../../../cli/export/resource-names.ts";
import { toData, withoutFollowedBranches } from "../../../cli/export/to-data.ts";
import type { PipelineInputs, Task } from "../../../provider/model/pipeline.ts";

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe("inCanonicalOrder", () => {
  const task = (name: string, ...linkedTasks: string[]): Task => ({
    name,
    type: "SourceBuild",
    projectId: 1,
    linkedTasks,
  });
  const tasks = [task("a", "z"), task("b", "z", "y"), task("y"), task("z"), task("last", "b", "a")];
  const repositories = ["x", "y", "z"].map((name) => ({ name, branch: "main" }));

  it("is the same for every order of the same pipeline: tasks as they run, then by name", () => {
    const names = ["y", "z", "a", "b", "last"];
    const expected = inCanonicalOrder({ name: "p", tasks, triggers: { repositories } });
    expect(expected.tasks.map(({ name }) => name)).to.deep.equal(names);
    fc.assert(
      fc.property(shuffled(tasks), shuffled(repositories), (some, others) => {
        const given = some.map((one) => ({ ...one, linkedTasks: one.linkedTasks?.toReversed() ?? [] }));
        const result = inCanonicalOrder({ name: "p", tasks: given, triggers: { repositories: others } });
        expect(result).to.deep.equal(expected);
      }),
    );
  });

  it("keeps tasks of a circle, which no service should have", () => {
    const circle = inCanonicalOrder({ name: "p", tasks: [task("b", "a"), task("a", "b"), task("c")] });
    expect(circle.tasks.map(({ name }) => name)).to.deep.equal(["c", "a", "b"]);
  });
});

describe("names for an export", () => {
  it("tells pipelines apart on file systems that know no capitals, and takes only safe characters", () => {
    const names = resourceNames([
      { id: 1, name: "shop" },
      { id: 2, name: "Shop" },
      { id: 3, name: "../up" },
      { id: 4, name: "plain" },
    ]);
    expect([...names.values()]).to.deep.equal(["shop-1", "Shop-2", "-up-3", "plain"]);
  });

  const names: NamesOfAccount = {
    pipeline: async (id) => (id === 1 ? "base" : undefined),
    buildProject: async (id) => (id === 1 ? { name: "api", branch: "main" } : undefined),
    deployProject: async () => "shop",
    stage: async () => "prod",
    scenario: async (_project, _stage, id) => (id === 1 ? "rolling" : undefined),
  };
  const pipeline: PipelineInputs = {
    name: "shop",
    tasks: [
      { name: "a", type: "SourceBuild", projectId: "1", branch: "main" },
      { name: "b", type: "SourceBuild", projectId: 1, branch: "develop" },
      { name: "c", type: "SourceBuild", projectId: 2, branch: "main" },
      { name: "d", type: "SourceDeploy", projectId: 1, stageId: 1, scenarioId: 1 },
      { name: "e", type: "SourceDeploy", projectId: 1, stageId: 1, scenarioId: 2 },
    ],
    triggers: { pipelines: [{ id: "1" }, { id: 2 }] },
  };

  it("stand where there is exactly one thing of a name; all ids stay where one level has none", async () => {
    const data = await toData(await withoutFollowedBranches(pipeline, names), names);
    expect(data.tasks).to.deep.equal([
      { name: "a", type: "SourceBuild", project: "api" },
      { name: "b", type: "SourceBuild", project: "api", branch: "develop" },
      { name: "c", type: "SourceBuild", projectId: 2, branch: "main" },
      { name: "d", type: "SourceDeploy", project: "shop", stage: "prod", scenario: "rolling" },
      { name: "e", type: "SourceDeploy", projectId: 1, stageId: 1, scenarioId: 2 },
    ]);
    expect(data.triggers).to.deep.equal({ pipelines: [{ name: "base" }, { id: 2 }] });
    expect(danglingTasks(data).map((text) => text.slice(0, 15))).to.deep.equal(['shop: task "c" ', 'shop: task "e" ']);
  });

  it("says so of a kind of task that it does not know", async () => {
    const odd = { name: "shop", tasks: [{ name: "x", type: "SourceTest", projectId: 1 }] } as unknown as PipelineInputs;
    const outcome = await toData(odd, names).catch((error: unknown) => String(error));
    expect(outcome).to.contain('Task "x" is a SourceTest task').and.contain("Update the package");
  });
});
