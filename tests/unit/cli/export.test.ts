import { expect } from "chai";
import fc from "fast-check";
import { parse } from "yaml";
import {
  danglingTasks,
  inCanonicalOrder,
  toPipelineData,
  withoutFollowedBranches,
} from "../../../cli/export/pipeline-data.ts";
import type { Lists } from "../../../provider/services/sourcepipeline/account.ts";
import { packageName, programFiles, projectName } from "../../../cli/export/program-files.ts";
import { resourceNames } from "../../../cli/export/read-account-pipelines.ts";
import type { PipelineInputs, Task } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";

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

  it("keeps tasks of a cycle, which no service should have", () => {
    const cycle = inCanonicalOrder({ name: "p", tasks: [task("b", "a"), task("a", "b"), task("c")] });
    expect(cycle.tasks.map(({ name }) => name)).to.deep.equal(["c", "a", "b"]);
  });
});

describe("names for an export", () => {
  it("distinguishes pipelines on file systems that ignore case, and takes only safe characters", () => {
    const names = resourceNames([
      { id: 1, name: "shop" },
      { id: 2, name: "Shop" },
      { id: 3, name: "../up" },
      { id: 4, name: "plain" },
      { id: 5, name: "CON" },
    ]);
    expect(Object.fromEntries(names)).to.deep.equal({ 1: "shop-1", 2: "Shop-2", 3: "up-3", 4: "plain", 5: "CON-5" });
  });

  it("distinguish pipelines whose names are those of others with their ids", () => {
    const given = [
      { id: 1, name: "Shop" },
      { id: 2, name: "shop" },
      { id: 3, name: "shop-2" },
      { id: 4, name: "SHOP-2-2" },
    ];
    const expected = { 1: "Shop-1", 2: "shop-2-2-2", 3: "shop-2", 4: "SHOP-2-2" };
    expect(Object.fromEntries(resourceNames(given))).to.deep.equal(expected);
    expect(Object.fromEntries(resourceNames(given.toReversed()))).to.deep.equal(expected);
  });

  it("are never the same twice, whatever the pipelines are called", () => {
    const word = fc.stringMatching(/^[Ss]([-.][1-6]){0,3}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const names = [...resourceNames(words.map((name, index) => ({ id: index + 1, name }))).values()];
        expect(new Set(names.map((name) => name.toLowerCase())).size).to.equal(words.length);
        for (const name of names) expect(name).to.match(/^[A-Za-z0-9_][A-Za-z0-9_-]*$/);
      }),
    );
  });

  it("of projects and packages are texts that Pulumi, YAML and npm take", () => {
    const texts = ["2026", "out/Shop pipelines", "배포", "1e3", ".Hidden", "null", "Typescript", "x".repeat(150)];
    expect(texts.map((out) => [projectName(out), packageName(projectName(out))])).to.deep.equal([
      ["2026", "2026"],
      ["Shop-pipelines", "shop-pipelines"],
      ["pipelines", "pipelines"],
      ["1e3", "1e3"],
      [".Hidden", "hidden"],
      ["null", "null"],
      ["Typescript", "pulumi-typescript"],
      ["x".repeat(100), "x".repeat(100)],
    ]);
    for (const word of ["2026", "null", "NO"]) {
      const location = { region: word, platform: "vpc", site: "public" } as const;
      const files = programFiles({
        project: word,
        location,
        version: "1.0.0",
        pipelines: [],
        imports: { resources: [] },
        host: "dynamic",
      });
      for (const version of ["1.1", "1.2"] as const) {
        const written: unknown = parse(files.get("Pulumi.yaml") ?? "", { version });
        expect(written).to.deep.include({ name: word }).and.have.nested.property("config.ncloud:region", word);
      }
    }
  });

  const list = <Item>(...items: Item[]) => ({ all: async () => items });
  const lists = {
    pipelines: list({ id: 1, name: "base" }),
    buildProjects: list({ id: 1, name: "api", source: { branch: "main" } }),
    deployProjects: list({ id: 1, name: "shop" }),
    deployStages: () => list({ id: 1, name: "prod" }),
    deployScenarios: () => list({ id: 1, name: "rolling" }, { id: 2, name: "twice" }, { id: 3, name: "twice" }),
  } as unknown as Lists;
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
    const data = await toPipelineData(await withoutFollowedBranches(pipeline, lists), lists);
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

  it("fails for a kind of task that it does not know", async () => {
    const odd = { name: "shop", tasks: [{ name: "x", type: "SourceTest", projectId: 1 }] } as unknown as PipelineInputs;
    const outcome = await toPipelineData(odd, lists).catch((error: unknown) => String(error));
    expect(outcome).to.contain('Task "x" is a SourceTest task').and.contain("Update the package");
  });
});
