import { readFileSync } from "node:fs";
import { expect } from "chai";
import { checkPipeline } from "../../../../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { parsePipeline } from "../../../../../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { formatProblem, problem } from "../../../../../provider/core/validation/problem.ts";
import { warningCodes, withoutSilenced } from "../../../../../provider/core/validation/silence.ts";
import { rules } from "../../../../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { unknownValue } from "../../../../../provider/core/validation/unknown.ts";

const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
const problemsOf = (silence: unknown): string[] =>
  parsePipeline({ name: "shop", tasks, silence }).problems.map(formatProblem);

describe("what a pipeline silences", () => {
  it("is warnings, each with its reason", () => {
    expect(problemsOf({ NCSP111: "two pipelines in one", NCSP406: "the nightly pipeline builds it" })).to.deep.equal(
      [],
    );
    for (const code of warningCodes(rules)) expect(problemsOf({ [code]: "because" }), code).to.deep.equal([]);
    expect(problemsOf({})).to.deep.equal([]);
    expect(problemsOf(undefined)).to.deep.equal([]);
  });

  const mistakes: [what: string, silence: unknown, problems: RegExp[]][] = [
    [
      "no rule",
      { NCSP999: "x" },
      [/^silence\.NCSP999: "NCSP999" is not the code of a rule\. .*docs\/rules\.md.* \[NCSP902\]$/],
    ],
    [
      "an error",
      { NCSP103: "x" },
      [/^silence\.NCSP103: "NCSP103" is an error, not a warning\. .*"NCSP406".* \[NCSP902\]$/],
    ],
    ["what every object has", { toString: "x" }, [/^silence\.toString: .* \[NCSP902\]$/]],
    [
      "an empty reason",
      { NCSP406: "" },
      [/^silence\.NCSP406: Expected a reason, got an empty string\. .* \[NCSP003\]$/],
    ],
    [
      "a blank reason",
      { NCSP406: " \n" },
      [/^silence\.NCSP406: Expected a reason, got an empty string\. .* \[NCSP003\]$/],
    ],
    ["a reason that is no text", { NCSP406: true }, [/^silence\.NCSP406: .* \[NCSP002\]$/]],
    ["a list of codes", ["NCSP406"], [/^silence: Expected an object of reasons by code, got a list\. .* \[NCSP002\]$/]],
    ["codes as a text", "NCSP406", [/^silence: .* \[NCSP002\]$/]],
    ["two mistakes", { NCSP103: "x", NCSP406: "" }, [/NCSP003\]$/, /NCSP902\]$/]],
  ];
  for (const [what, silence, expected] of mistakes) {
    it(`is not ${what}`, () => {
      const problems = problemsOf(silence);
      expect(problems).to.have.length(expected.length);
      for (const [index, line] of problems.entries()) expect(line).to.match(expected[index] ?? /^$/);
    });
  }

  it("may be unknown, as a whole or in part", () => {
    expect(problemsOf(unknownValue)).to.deep.equal([]);
    expect(problemsOf({ NCSP406: unknownValue })).to.deep.equal([]);
  });

  it("hides no error, and no warning of another code", () => {
    const problems = [
      problem(rules.NCSP111, "", "a"),
      problem(rules.NCSP103, "", "b"),
      problem(rules.NCSP406, "", "c"),
    ];
    const codes = (silence: unknown) => withoutSilenced(problems, silence).map(({ code }) => code);
    expect(codes({ NCSP111: "x", NCSP103: "x" })).to.deep.equal(["NCSP103", "NCSP406"]);
    expect(codes({ NCSP111: unknownValue })).to.deep.equal(["NCSP103", "NCSP406"]);
    expect(codes(unknownValue)).to.have.length(3);
    expect(codes(undefined)).to.have.length(3);
  });

  it("is left where it is by the checks themselves: whoever shows them leaves it out", () => {
    const other = [...tasks, { ...tasks[0], name: "other" }];
    const inputs = { name: "shop", tasks: other, silence: { NCSP111: "x" } };
    expect(checkPipeline(inputs, { now: 0 }).map(({ code }) => code)).to.deep.equal(["NCSP111"]);
  });
});

describe("docs/pipeline.schema.json", () => {
  it("knows the codes of all warnings", () => {
    const text = readFileSync(new URL("../../../../../docs/pipeline.schema.json", import.meta.url), "utf8");
    const { properties } = JSON.parse(text) as { properties: { silence: { properties: object } } };
    expect(Object.keys(properties.silence.properties)).to.deep.equal(warningCodes(rules));
  });
});
