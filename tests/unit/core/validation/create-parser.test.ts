import { expect } from "chai";
import { formatProblem } from "../../../../provider/core/validation/problem.ts";
import { findSubjects } from "../../../../provider/core/validation/references/find-subjects.ts";
import { defineRules } from "../../../../provider/core/validation/rule.ts";
import { createParser } from "../../../../provider/core/validation/shape/create-parser.ts";
import type { ObjectShape, Shape } from "../../../../provider/core/validation/shape/shape.ts";
import { unknownValue } from "../../../../provider/core/validation/unknown.ts";

const rules = defineRules({
  NCSP801: { severity: "error", title: "A timeout is 5 to 540 minutes", hint: "Change it." },
  NCSP802: { severity: "error", title: "A step is of a kind that exists", hint: "Change it." },
  NCSP803: { severity: "error", title: "The image of a step exists", hint: "Build it." },
});

const images = { list: "images", noun: "image", plural: "images" };

/** A resource that is none of this package's. */
const job = {
  type: "object",
  noun: "A job",
  properties: {
    timeout: { type: "integer", minimum: 5, maximum: 540, rule: rules.NCSP801, optional: true, doc: "Minutes." },
    variables: { type: "map", values: { type: "string", minimum: 0 }, optional: true, secret: true, doc: "By name." },
    image: { type: "string", minimum: 1, optional: true, doc: "Its name.", reference: reference("name") },
    steps: {
      type: "list",
      optional: true,
      doc: "In order.",
      items: {
        type: "union",
        noun: "A step",
        on: "kind",
        doc: "What it does.",
        rule: rules.NCSP802,
        common: { title: { type: "string", minimum: 1, optional: true, doc: "For people." } },
        forms: {
          run: {
            type: "object",
            noun: "A run step",
            properties: { imageId: { type: "id", doc: "Its id.", reference: reference("id") } },
          },
          wait: { type: "object", noun: "A wait step", properties: { yes: { type: "boolean", doc: "Whether." } } },
        },
      },
    },
  },
} as const satisfies ObjectShape;

function reference(by: "id" | "name") {
  return { list: images, by, rule: rules.NCSP803 } as const;
}

const problemsOf = (shape: Shape, value: unknown): string[] =>
  createParser(shape)(value, "job").problems.map(formatProblem);

describe("a parser that is made of a descriptor", () => {
  it("brings what is right into canonical form, key by key", () => {
    const given = { variables: { A: "1", B: null }, steps: [{ kind: "run", imageId: "7", title: "x" }], timeout: 60 };
    expect(createParser(job)(given, "")).to.deep.equal({
      value: { timeout: 60, variables: { A: "1" }, steps: [{ kind: "run", title: "x", imageId: 7 }] },
      problems: [],
    });
  });

  it("leaves what is unknown alone, at every depth", () => {
    const given = {
      timeout: unknownValue,
      variables: { A: unknownValue },
      image: unknownValue,
      steps: [unknownValue, { kind: unknownValue }, { kind: "run", imageId: unknownValue }],
    };
    expect(createParser(job)(given, "")).to.deep.equal({ value: given, problems: [] });
    expect(createParser(job.properties.variables)(unknownValue, "")).to.deep.equal({
      value: unknownValue,
      problems: [],
    });
  });

  for (const timeout of [4, 541, 5.5, "60", true]) {
    it(`refuses ${JSON.stringify(timeout)} as a number from 5 to 540`, () => {
      const [line, ...more] = problemsOf(job, { timeout });
      expect(line).to.match(/^job\.timeout: Expected a whole number from 5 to 540, got .*\. \[NCSP801\]$/);
      expect(more).to.deep.equal([]);
    });
  }
  for (const timeout of [5, 540]) {
    it(`takes ${timeout} as a number from 5 to 540`, () => {
      expect(problemsOf(job, { timeout })).to.deep.equal([]);
    });
  }

  it("reports what is wrong under a key of the program's own", () => {
    const codes = (variables: unknown) => problemsOf(job, { variables }).map((line) => line.replace(/: .*\[/, " ["));
    expect(codes({ A: 1, B: "" })).to.deep.equal(["job.variables.A [NCSP002]"]);
    expect(codes([])).to.deep.equal(["job.variables [NCSP002]"]);
    expect(codes("A=1")).to.deep.equal(["job.variables [NCSP002]"]);
  });

  it("gives each word of a union its own properties", () => {
    expect(problemsOf(job, { steps: [{ kind: "wait", yes: true, imageId: 7 }] })).to.have.length(1);
    expect(problemsOf(job, { steps: [{ kind: "run" }] })[0]).to.match(/^job\.steps\[0\]\.imageId: .*\[NCSP003\]$/);
    expect(problemsOf(job, { steps: [{ kind: "stop" }] })[0]).to.match(/^job\.steps\[0\]\.kind: .*\[NCSP802\]$/);
  });
});

describe("the references of a descriptor", () => {
  const pathsOf = (value: unknown) =>
    findSubjects(job, value).map(({ path, references }) => [path, Object.keys(references)]);

  it("are found wherever an object has them, with its path", () => {
    expect(pathsOf({ image: "base", steps: [{ kind: "wait" }, { kind: "run", imageId: 7 }] })).to.deep.equal([
      ["", ["image"]],
      ["steps[1]", ["imageId"]],
    ]);
  });

  it("are those of no form while the word of a union is unknown, wrong or missing", () => {
    const steps = [{ kind: unknownValue, imageId: 7 }, { kind: "stop" }, {}, unknownValue, 7, null];
    expect(pathsOf({ steps })).to.deep.equal([["", ["image"]]]);
    for (const value of [unknownValue, 7, null, { steps: unknownValue }]) {
      expect(pathsOf(value)).to.deep.equal([["", ["image"]]]);
    }
  });
});
