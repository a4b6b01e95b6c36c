import { expect } from "chai";
import fc from "fast-check";
import { checkPipeline } from "../../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { parsePipeline } from "../../../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { isError } from "../../../provider/core/validation/problem.ts";
import { checkReferences } from "../../../provider/services/sourcepipeline/pipeline/references/check-references.ts";
import { gatherLists } from "../../../provider/services/sourcepipeline/pipeline/references/gather-lists.ts";
import { createZoneOffsets } from "../../../provider/core/validation/schedule/zone-offsets.ts";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { pipeline, withUnknowns } from "./arbitraries.ts";

const facts = { now: Date.UTC(2026, 10, 23), offsets: createZoneOffsets() };

/** Any value that a program can hand over, at least half like a pipeline. */
const name = fc.constantFrom("a", "b", "c", "", 7, null);
const links = fc.oneof(fc.array(name, { maxLength: 3 }), fc.constant("a"));
const task = fc.record(
  { name, type: fc.constantFrom("SourceBuild", "SourceDeploy", "x"), projectId: name, linkedTasks: links, other: name },
  { requiredKeys: [] },
);
const schedule = fc.record(
  {
    days: fc.array(fc.constantFrom("MON", "SUN", "DAY"), { maxLength: 3 }),
    time: fc.constantFrom("02:30", "25:00", 7),
    timeZone: fc.constantFrom("America/New_York", "Asia/Seoul", "Mars", ""),
  },
  { requiredKeys: [] },
);
const triggers = fc.record(
  {
    schedules: fc.array(schedule, { maxLength: 3 }),
    pipelines: fc.array(fc.record({ id: fc.constantFrom(1, "1", 2, "x") }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const broken = fc.record({ name, tasks: fc.array(task, { maxLength: 5 }), triggers }, { requiredKeys: [] });

const halfKnown = <Value>(value: fc.Arbitrary<Value>) =>
  value.chain((whole) => withUnknowns(whole).map((part) => [whole, part] as const));

describe("what is not known", () => {
  it("never makes a right pipeline wrong", () => {
    fc.assert(
      fc.property(halfKnown(pipeline), ([, part]) => {
        expect(checkPipeline(part, facts).filter(isError)).to.deep.equal([]);
      }),
    );
  });

  // Of a cycle that is known in part another path may be the shortest, so its path may be another.
  const problemsOf = (inputs: unknown): string[] =>
    checkPipeline(inputs, facts).map(({ code, path }) => (code === "NCSP110" ? code : `${code} ${path}`));
  const wrong = halfKnown(fc.oneof(broken, pipeline));

  it("never adds a problem to a wrong one whose tasks have names of their own", () => {
    fc.assert(
      fc.property(wrong, ([whole, part]) => {
        fc.pre(!problemsOf(whole).some((problem) => problem.startsWith("NCSP107 ")));
        expect(problemsOf(whole)).to.include.members(problemsOf(part));
      }),
      { numRuns: 500 },
    );
  });

  it("adds at most a cycle where tasks share a name, because a link leads to the first that is known", () => {
    fc.assert(
      fc.property(wrong, ([whole, part]) => {
        expect([...problemsOf(whole), "NCSP110"]).to.include.members(problemsOf(part));
      }),
      { numRuns: 500 },
    );
    const task = (name: string, ...linkedTasks: string[]) => ({ name, type: "SourceBuild", projectId: 1, linkedTasks });
    const [first, ...others] = [task("a"), task("a", "b"), task("b", "a")];
    expect(problemsOf({ name: "shop", tasks: [first, ...others] })).to.deep.equal(["NCSP107 tasks[1].name"]);
    expect(problemsOf({ name: "shop", tasks: [{ ...first, name: unknownValue }, ...others] })).to.deep.equal([
      "NCSP110",
    ]);
  });

  it("is handed on as it is", () => {
    fc.assert(
      fc.property(halfKnown(pipeline), ([, part]) => {
        expect(parsePipeline(part).value).to.deep.equal(part);
      }),
    );
  });

  it("is not looked up, and never missed", async () => {
    const world = async (): Promise<[]> => [];
    await fc.assert(
      fc.asyncProperty(halfKnown(pipeline), async ([whole, part]) => {
        const reported = async (inputs: unknown): Promise<string[]> =>
          checkReferences(inputs, await gatherLists(inputs, world)).map(({ code, path }) => `${code} ${path}`);
        expect(await reported(whole)).to.include.members(await reported(part));
      }),
    );
  });
});

describe("checkPipeline", () => {
  it("finds nothing wrong with what is right", () => {
    fc.assert(fc.property(pipeline, (inputs) => checkPipeline(inputs, facts).filter(isError).length === 0));
  });

  it("copes with anything", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkPipeline(value, facts)).to.not.equal(undefined);
        expect(checkPipeline({ name: value, tasks: value, triggers: value }, facts)).to.not.deep.equal([]);
        expect(
          checkPipeline({ tasks: [value], triggers: { schedules: [value], pipelines: [value] } }, facts),
        ).to.not.equal(undefined);
      }),
    );
  });
});
