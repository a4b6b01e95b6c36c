import { expect } from "chai";
import * as z from "zod";
import { faultsBody } from "../../../emulator/faults/fault-rule-shape.ts";
import { readValue } from "../../../emulator/shapes/read-value.ts";
import { ShapeError } from "../../../emulator/shapes/shape-error.ts";
import { positive } from "../../../emulator/shapes/values.ts";
import { readSeed } from "../../../emulator/state/seed-shape.ts";

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ShapeError) return error.problems;
    throw error;
  }
}

describe("problems of what people give the emulator", () => {
  const shape = z.strictObject({ id: positive, on: z.boolean(), list: z.array(z.string()).min(1) });
  const cases: [string, unknown, string[]][] = [
    ["a list for an object", [], ["expected an object, got []."]],
    [
      "values of other types, each with its path",
      { id: "1", on: 1, list: ["a", 2] },
      [
        'id: expected a whole number above 0, got "1".',
        "on: expected true or false, got 1.",
        "list[1]: expected a string, got 2.",
      ],
    ],
    [
      "what is missing",
      { list: [] },
      [
        "id: expected a whole number above 0, got nothing.",
        "on: expected true or false, got nothing.",
        "list: expected a list that is not empty, got [].",
      ],
    ],
    [
      "unknown properties, each with what exists",
      { id: 1, on: true, list: ["a"], ids: 1, off: 2 },
      ["ids: unknown property. Existing: id, on, list.", "off: unknown property. Existing: id, on, list."],
    ],
    [
      "a number with two mistakes, once",
      { id: -1.5, on: true, list: ["a"] },
      ["id: expected a whole number above 0, got -1.5."],
    ],
  ];
  for (const [what, value, problems] of cases) {
    it(`name ${what}`, () => {
      expect(problemsOf(() => readValue("The value", shape, value))).to.deep.equal(problems);
    });
  }

  it("name what was read and list one problem a line in the message", () => {
    expect(() => readValue("seed.json", shape, { id: 0, on: true, list: ["a".repeat(99), 7] })).to.throw(
      "seed.json cannot be used:\n  id: expected a whole number above 0, got 0.\n  list[1]: expected a string, got 7.",
    );
  });

  it("cut a value to a line", () => {
    const [problem = ""] = problemsOf(() => readValue("The value", shape, "x".repeat(99)));
    expect(problem).to.match(/^expected an object, got "x{56}…\.$/);
  });

  it("are all listed of a pipeline: those of its creation and those of what a seed adds", () => {
    const tasks = [{ id: "7", name: "build", type: "SourceTest", config: {} }];
    expect(
      problemsOf(() => readSeed("seed", { pipelines: [{ name: "a b", region: 7, tasks, day: 1 }] })),
    ).to.have.members([
      "pipelines[0].region: expected a string that is not empty, got 7.",
      'pipelines[0].tasks[0].id: expected a whole number above 0, got "7".',
      'pipelines[0].name: expected a string that matches /^[A-Za-z0-9_-]+$/, got "a b".',
      'pipelines[0].tasks[0].type: expected one of SourceBuild, SourceDeploy, got "SourceTest".',
      "pipelines[0].day: unknown property. Existing: name, description, tasks, trigger.",
    ]);
  });

  it("are those of headers that Node cannot write", () => {
    const rules = [{ operation: "*", headers: { "a b": "1", date: "\n" } }];
    expect(problemsOf(() => readValue("The body", faultsBody, { rules }))).to.have.members([
      'rules[0].headers.date: expected a string that can stand in a header, got "\\n".',
      'rules[0].headers: "a b" cannot be the name of a header.',
    ]);
  });
});
