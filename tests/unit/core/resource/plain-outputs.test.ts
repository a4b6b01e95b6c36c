import { expect } from "chai";
import fc from "fast-check";
import type { ProjectResult } from "../../../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import { asPlain } from "../../../../scripts/chaos/stack.ts";
import { create, inputs, makeHost, project, read, state, update } from "./make-host.ts";

/** What the schemas make of answers: whatever may be missing is undefined. */
const optional = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });
const word = fc.constantFrom("main", "shop-api", "GitHub");
const info = fc.record({
  repository: optional(word),
  branch: optional(word),
  projectName: optional(word),
  file: optional(word),
  manifest: optional(word),
  fullManifest: optional(word),
  workspace: fc.constant(undefined),
});
const target = fc.option(
  fc.record({ type: optional(word), name: optional(word), info: fc.option(info, { nil: undefined }) }),
  { nil: undefined },
);
const number = fc.option(fc.nat(), { nil: undefined });
const task = fc.record({
  id: fc.nat(),
  name: fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/),
  type: fc.constantFrom("SourceBuild", "SourceDeploy", "SourceTest"),
  config: fc.record({ projectId: fc.nat(), stageId: number, scenarioId: number, target }),
  linkedTasks: fc.array(word),
});
const answers: fc.Arbitrary<ProjectResult> = fc
  .record({
    tasks: fc.uniqueArray(task, { selector: ({ name }) => name, minLength: 1 }),
    description: fc.constantFrom("", "text"),
  })
  .map((change) => project(change));

describe("outputs", () => {
  it("are plain JSON whatever the service leaves out", async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const { client, host } = makeHost();
        client.getProjects.resolves({ projectList: [] });
        client.createProject.resolves({ projectId: answer.id });
        client.changeProject.resolves({ result: true });
        client.getProject.resolves(answer);
        const { outs } = await create(inputs(), host);
        asPlain(outs);
        asPlain(await read("7", state(), host));
        asPlain(await read("7", {}, host));
        asPlain(await update("7", state(), inputs({ description: "another" }), host));
      }),
      { numRuns: 100 },
    );
  });

  it("repeat the inputs word for word", async () => {
    const { client, host } = makeHost();
    client.getProjects.resolves({ projectList: [] });
    client.createProject.resolves({ projectId: 7 });
    client.getProject.resolves(project());
    const given = inputs({ description: "", triggers: { repositories: [] }, timeouts: { create: "5m" } });
    expect((await create(given, host)).outs).to.deep.include(given);
  });
});
