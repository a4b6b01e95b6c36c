import { expect } from "chai";
import { assessStep } from "../../../cli/drift/detect-drift.ts";
import { explainChanges } from "../../../cli/drift/explain-changes.ts";
import { maskSecrets } from "../../../cli/pulumi/resource-state.ts";
import { readPipelineState } from "../../../cli/pulumi/stack-pipeline.ts";
import { readStep } from "../../../cli/pulumi/refresh-preview.ts";
import { printedPipeline } from "./stack-pipelines.ts";

const build = { name: "build", type: "SourceBuild", projectId: 1 };
const secret = (ciphertext: string) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext,
});

const explain = (reported: string[], before: object, after: object) =>
  explainChanges(reported, readPipelineState(maskSecrets(before)), readPipelineState(maskSecrets(after)));

/** A step as the engine prints it. */
const step = (op: string, before: object, after: object, more: object = {}) =>
  readStep({
    op,
    urn: "urn:x",
    oldState: printedPipeline("7", before),
    newState: printedPipeline("7", after),
    ...more,
  })[0]!;

describe("what the engine calls changed", () => {
  it("is explained where the comparison sees it, and as little as the engine names", () => {
    const changes = explain(
      ["tasks"],
      { description: "a", tasks: [build] },
      { description: "b", tasks: [{ ...build, branch: "x" }] },
    );
    expect(changes.map(({ property }) => property)).to.deep.equal(['tasks["build"].branch']);
  });

  it("is reported as a whole where it is or holds a secret, and no part of it is shown, not even of the other side", () => {
    expect(explain(["description"], { description: secret("v1:a") }, { description: secret("v1:b") })).to.deep.equal([
      { property: "description", class: "description", origin: "pipeline", before: "[secret]", after: "[secret]" },
    ]);
    const tasks = [{ ...build, branch: secret("v1:a") }];
    expect(explain(["tasks"], { tasks }, { tasks: [{ ...build, branch: "was-a-secret" }] })).to.deep.equal([
      { property: "tasks", class: "task", origin: "pipeline", before: "[secret]", after: "[secret]" },
    ]);
    expect(explain(["triggers"], { triggers: { repositories: "[secret]" } }, {})).to.deep.equal([
      { property: "triggers", class: "trigger", origin: "pipeline", before: "[secret]" },
    ]);
  });

  it("is reported as a whole where it means the same to the comparison, or has another form than ours", () => {
    expect(explain(["triggers"], { triggers: {} }, { triggers: { pipelines: [] } })).to.deep.equal([
      { property: "triggers", class: "trigger", origin: "pipeline", before: {}, after: { pipelines: [] } },
    ]);
    expect(explain(["tasks"], { tasks: "none" }, { tasks: [build] })).to.have.length(1);
    expect(explain(["timeouts"], {}, { timeouts: { create: "5m" } })).to.deep.equal([
      { property: "timeouts", class: "other", origin: "pipeline", after: { create: "5m" } },
    ]);
  });

  it("counts even when it names no property and nothing shows a difference", () => {
    const drifted = assessStep(step("update", { name: "shop" }, { name: "shop" }), undefined);
    expect(drifted).to.include({ name: "shop", kind: "edited" });
    expect(drifted?.changes).to.deep.equal([]);
  });

  it("is the diagnosis: a step that changes nothing is no drift, whatever the inputs hold", () => {
    for (const op of ["same", "refresh", "read"])
      expect(assessStep(step(op, { description: "a" }, { description: "b" }), undefined)).to.equal(undefined);
  });

  it("is read from its paths, and a step of another form is none", () => {
    const more = { detailedDiff: { "tasks[0].name": {}, description: {} }, diffReasons: ["triggers", 7] };
    expect(step("update", {}, {}, more).changed).to.have.members(["tasks", "description", "triggers"]);
    expect([null, "x", {}, { op: 1, urn: "u" }].flatMap(readStep)).to.deep.equal([]);
  });
});

describe("a pipeline in a state", () => {
  const odd: [what: string, inputs: object][] = [
    ["a text for the tasks", { tasks: "[secret]" }],
    ["tasks that are texts", { tasks: ["build"] }],
    ["a task without a name", { tasks: [{ type: "SourceBuild" }] }],
    ["links that are no list", { tasks: [{ ...build, linkedTasks: "[secret]" }] }],
    ["a text for the triggers", { triggers: "x" }],
    ["days that are a secret", { triggers: { schedules: [{ days: "[secret]", time: "03:30", timeZone: "UTC" }] } }],
    ["a number for the name", { name: 7 }],
    ["a list for the whole", ["x"]],
  ];
  for (const [what, inputs] of odd) {
    it(`is left out where it has another form: ${what}`, () => {
      expect(readPipelineState(inputs).values).to.deep.equal({});
    });
  }

  it("is kept where it is as we write it, kinds of tasks of a later version included", () => {
    const values = {
      name: "shop",
      description: "Shop",
      tasks: [build, { name: "test", type: "SourceTest", linkedTasks: ["build"] }],
      triggers: { pipelines: [{ id: "7" }] },
      region: "KR",
      platform: "vpc",
      site: "public",
      adopt: true,
    };
    expect(readPipelineState(values).values).to.deep.equal(values);
  });
});
