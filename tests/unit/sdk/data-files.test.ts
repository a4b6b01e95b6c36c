import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import fc from "fast-check";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as z from "zod";
import { schemaPath } from "../../../cli/export/data-text.ts";
import { parsePipeline } from "../../../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { formatProblem } from "../../../provider/core/validation/problem.ts";
import { checkPipelineData } from "../../../sdk/files/check-pipeline-data.ts";
import { declarePipelines, readPipelines } from "../../../sdk/index.ts";

const named = {
  name: "shop",
  description: "Shop",
  tasks: [
    { name: "build", type: "SourceBuild", project: "shop-api", branch: "main" },
    {
      name: "deploy",
      type: "SourceDeploy",
      project: "shop",
      stage: "prod",
      scenario: "rolling",
      linkedTasks: ["build"],
    },
  ],
  triggers: {
    repositories: [{ name: "shop-api", branch: "main" }],
    schedules: [{ days: ["MON"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }],
    pipelines: [{ name: "base" }, { id: 7 }],
  },
  adopt: "3101",
  silence: { NCSP406: "the nightly pipeline builds it" },
};
const numbered = {
  name: "shop",
  tasks: [
    { name: "build", type: "SourceBuild", projectId: 20632 },
    { name: "deploy", type: "SourceDeploy", projectId: 1, stageId: "2", scenarioId: 3, linkedTasks: ["build"] },
  ],
  triggers: { pipelines: [{ id: "7" }] },
};

const problemsOf = (data: unknown): string[] => checkPipelineData(data).problems.map(formatProblem);

/** A copy with the value at a path replaced; undefined removes it. */
function changed(document: object, path: string, value: unknown): object {
  const copy = structuredClone(document) as Record<string, unknown>;
  const keys = path.split(".");
  let parent = copy;
  for (const key of keys.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[keys.at(-1) ?? ""] = value;
  return JSON.parse(JSON.stringify(copy)) as object;
}

describe("a data file", () => {
  it("says a pipeline by names or by ids", () => {
    expect(problemsOf(named)).to.deep.equal([]);
    expect(problemsOf({ $schema: "x", ...numbered, adopt: true })).to.deep.equal([]);
  });

  const mistakes: [path: string, value: unknown, problem: RegExp][] = [
    ["tasks.1.linkedTask", ["build"], /^tasks\[1\]\.linkedTask: .*Did you mean "linkedTasks"\? \[NCSP001\]$/],
    ["tasks.0.brnach", "develop", /^tasks\[0\]\.brnach: .*Did you mean "branch"\? \[NCSP001\]$/],
    ["tasks.0.type", "sourcebuild", /^tasks\[0\]\.type: .*Did you mean "SourceBuild"\? \[NCSP105\]$/],
    ["tasks.0.project", undefined, /^tasks\[0\]\.project: .*\[NCSP003\]$/],
    ["tasks.0.projectId", 7, /^tasks\[0\]\.projectId: "project" and "projectId" are both given\. .*\[NCSP001\]$/],
    ["tasks.1.stageId", 7, /^tasks\[1\]\.stageId: "stage" and "stageId" are both given\. .*\[NCSP001\]$/],
    ["tasks.0", { name: "build", type: "sourcebuild", brnach: "x" }, /^tasks\[0\]\.brnach: .*"branch"\? \[NCSP001\]$/],
    ["tasks.1.stage", undefined, /^tasks\[1\]\.stage: .*\[NCSP003\]$/],
    ["tasks.1.linkedTasks", ["biuld"], /^tasks\[1\]\.linkedTasks\[0\]: .*\[NCSP108\]$/],
    ["tasks", undefined, /^tasks: .*\[NCSP003\]$/],
    ["tasks", [], /^tasks: .*\[NCSP103\]$/],
    ["tasks", [7], /^tasks\[0\]: .*\[NCSP002\]$/],
    ["trigger", {}, /^trigger: .*Did you mean "triggers"\? \[NCSP001\]$/],
    ["triggers.schedules.0.day", ["MON"], /^triggers\.schedules\[0\]\.day: .*\[NCSP001\]$/],
    ["triggers.schedules.0.time", "3:30", /^triggers\.schedules\[0\]\.time: .*\[NCSP202\]$/],
    ["triggers.pipelines.0", { name: "base", id: 7 }, /^triggers\.pipelines\[0\]\.id: .*\[NCSP001\]$/],
    ["triggers.pipelines.0", {}, /^triggers\.pipelines\[0\]\.name: .*\[NCSP003\]$/],
    ["adopt", "shop", /^adopt: .*\[NCSP106\]$/],
    ["silence.NCSP406", " ", /^silence\.NCSP406: .*\[NCSP003\]$/],
    ["silence.NCSP103", "x", /^silence\.NCSP103: .* is an error, .*\[NCSP902\]$/],
    ["silence", ["NCSP406"], /^silence: .*\[NCSP002\]$/],
    ["name", undefined, /^name: .*\[NCSP003\]$/],
    ["description", 7, /^description: .*\[NCSP002\]$/],
  ];
  for (const [path, value, problem] of mistakes) {
    it(`is reported ${path} = ${value === undefined ? "nothing" : JSON.stringify(value)} with its code`, () => {
      const problems = problemsOf(changed(named, path, value));
      expect(
        problems.filter((line) => problem.test(line)),
        problems.join("\n"),
      ).to.have.length(1);
    });
  }

  it("is reported the same about its ids as a program is", () => {
    for (const [path, value] of [
      ["tasks.0.brnach", "x"],
      ["tasks.0.type", "SOURCEBUILD"],
      ["tasks.1.stageId", undefined],
    ] as const) {
      const data = changed(numbered, path, value);
      const inProgram = parsePipeline(data).problems.map(formatProblem);
      expect(inProgram).to.have.length(1);
      expect(problemsOf(data)).to.include.members(inProgram);
    }
  });
});

describe("docs/pipeline.schema.json", () => {
  const text = readFileSync(new URL("../../../docs/pipeline.schema.json", import.meta.url), "utf8");
  const schema = z.fromJSONSchema(JSON.parse(text) as Record<string, unknown>);
  /** Without what no schema can say: how tasks hang together, and which time zones there are. */
  const isSound = (data: unknown): boolean =>
    checkPipelineData(data).problems.every(({ code }) => /^NCSP(10[7-9]|11[0-3]|205)$/.test(code));

  const paths = (value: unknown, path = ""): string[] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => [`${path}${key}`, ...paths(part, `${path}${key}.`)]);

  it("ships with the package, and exports and the example lead to it", () => {
    const root = new URL("../../../", import.meta.url);
    const { name, files } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
      name: string;
      files: string[];
    };
    expect(files).to.include("docs");
    expect(schemaPath).to.equal(`../node_modules/${name}/docs/pipeline.schema.json`);
    for (const environment of ["dev", "prod"]) {
      const folder = new URL(`examples/gitops/environments/${environment}/`, root);
      for (const file of readdirSync(folder)) {
        const data = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as object;
        expect(data).to.have.property("$schema", `../${schemaPath}`);
        expect(problemsOf(data)).to.deep.equal([]);
      }
    }
  });

  it("calls right and wrong what the rules do", () => {
    const document = fc.constantFrom(named, numbered);
    const odd = fc.constantFrom<unknown>(
      ...["", "x", "SourceBuild", "SourceDeploy", "sourcebuild", "MON", "03:30", "7", "x".repeat(31), "x".repeat(501)],
      ...["a b", 0, 7, -1, 1.5, true, false, [], ["x"], {}, { name: "x" }, { id: 1 }, undefined],
    );
    const keys = fc.constantFrom("", ".extra", ".projectId", ".project", ".id", ".branch", ".linkedTasks", ".$schema");
    const mutation = document.chain((base) =>
      fc.tuple(fc.constant(base), fc.constantFrom(...paths(base)), keys, odd).map(([from, path, key, value]) => {
        const parent = path
          .split(".")
          .reduce<unknown>((at, step) => (Object(at) as Record<string, unknown>)[step], from);
        const isRecord = typeof parent === "object" && !Array.isArray(parent);
        return changed(from, isRecord ? path + key : path, value);
      }),
    );
    let wrong = 0;
    fc.assert(
      fc.property(mutation, (data) => {
        wrong += isSound(data) ? 0 : 1;
        expect(schema.safeParse(data).success, problemsOf(data).join("\n")).to.equal(isSound(data));
      }),
      { numRuns: 2_000 },
    );
    expect(wrong).to.be.greaterThan(500).and.lessThan(1_900);
  });
});

describe("readPipelines", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "data-files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));

  const failure = (read: () => unknown): Error => {
    try {
      read();
    } catch (error) {
      return error as Error;
    }
    return expect.fail("It did not fail.");
  };

  it("gives what the files say by the names of their resources, and reads nothing else", () => {
    write("shop.json", `\uFEFF${JSON.stringify({ $schema: "../x", ...numbered })}`);
    write("base.json", { ...numbered, name: "base" });
    write("README.md", "no JSON");
    const read = readPipelines(folder);
    expect(Object.keys(read)).to.deep.equal(["base", "shop"]);
    expect(read["shop"]).to.not.have.property("$schema");
    expect(read["shop"]).to.have.nested.property("tasks[0].projectId", 20632);
  });

  it("reports every mistake of all files at once, with the file", () => {
    write("a.json", changed(changed(named, "tasks.0.brnach", "x"), "tasks.1.linkedTask", ["build"]));
    write("b.json", '{ "name": "b", }');
    write("c.json", { name: "c" });
    write("d.json", "[]");
    write("good.json", { ...numbered, name: "good" });
    const error = failure(() => readPipelines(folder));
    expect(pulumi.RunError.isInstance(error)).to.equal(true);
    const lines = error.message.split("\n").map((line) => line.replace(/^ {2}.*data-files-[^/]*\//, ""));
    expect(lines).to.have.length(6);
    expect(lines[0]).to.match(/nothing was changed:$/);
    expect(lines[1]).to.match(/^a\.json, tasks\[0\]\.brnach: .*\[NCSP001\]$/);
    expect(lines[2]).to.match(/^a\.json, tasks\[1\]\.linkedTask: .*\[NCSP001\]$/);
    expect(lines[3]).to.match(/^b\.json: .*JSON.* Correct the JSON: .*\[NCSP002\]$/);
    expect(lines[4]).to.match(/^c\.json, tasks: .*\[NCSP003\]$/);
    expect(lines[5]).to.match(/^d\.json: Expected a pipeline, got a list\. .*\[NCSP002\]$/);
  });

  it("finds what one file says twice, and what two files say together", () => {
    const trigger = (name: string): object => ({ pipelines: [{ name: "elsewhere" }, { name }] });
    write("a.json", { ...numbered, name: "a", triggers: trigger("b") });
    write("b.json", { ...numbered, name: "b", triggers: trigger("a") });
    write("c.JSON", { ...numbered, name: "a", triggers: undefined });
    write(
      "d.json",
      `{"name": "d", "tasks": [], "tasks": [{"type": "SourceBuild", "name": "x", "name": "y", "projectId": 1}]}`,
    );
    const { message } = failure(() => readPipelines(folder));
    const lines = message.split("\n").map((line) => line.replace(/^ {2}[^,]*data-files-[^/]*\//, ""));
    expect(lines.slice(1)).to.deep.equal([
      "a.json, triggers.pipelines[1].name: These pipelines start each other in a cycle: a -> b -> a. Remove one of these triggers; otherwise the pipelines run without end. [NCSP313]",
      `c.JSON, name: "a" is also the name of the pipeline of ${relative(process.cwd(), folder)}/a.json. Give one of them another name; to take over an existing pipeline, only one resource may adopt it. [NCSP112]`,
      "d.json, tasks: The property is given twice, and only the last one would count. Merge the two. [NCSP001]",
      "d.json, tasks[0].name: The property is given twice, and only the last one would count. Merge the two. [NCSP001]",
    ]);
  });

  it("fails rather than declare less than there is", () => {
    expect(failure(() => readPipelines(folder)).message).to.match(/has no file that ends in \.json: .* delete all/);
    mkdirSync(join(folder, "prod"));
    write("prod/shop.json", numbered);
    write("base.json", { ...numbered, name: "base" });
    expect(failure(() => readPipelines(folder)).message).to.match(/has files in prod, too, which would not be read/);
  });

  it("says in one line that there is no folder", () => {
    const { message } = failure(() => readPipelines(join(folder, "none")));
    expect(message).to.match(/^The folder of the pipelines' data files cannot be read: ENOENT[^\n]*$/);
  });
});

describe("declarePipelines", () => {
  it("declares each pipeline after those of the folder that start it, by their resources", async () => {
    const declared: { name: string; inputs: Record<string, unknown> }[] = [];
    await pulumi.runtime.setMocks({
      call: () => ({}),
      newResource: ({ name, inputs }) => {
        declared.push({ name, inputs: inputs as Record<string, unknown> });
        return { id: `${name}-id`, state: inputs as object };
      },
    });
    const base = { ...numbered, name: "the-base", triggers: undefined };
    const silence = { NCSP406: "the nightly pipeline builds it" };
    const files = { after: { ...numbered, silence, triggers: { pipelines: [{ name: "the-base" }, { id: 7 }] } }, base };
    const pipelines = declarePipelines(files as unknown as Parameters<typeof declarePipelines>[0], { protect: true });
    expect(Object.keys(pipelines)).to.have.members(["after", "base"]);
    await Promise.all(
      Object.values(pipelines).map(({ id }) => (id as unknown as { promise(): Promise<string> }).promise()),
    );
    const after = declared.find(({ name }) => name === "after")?.inputs;
    expect(after?.["triggers"]).to.deep.equal({ pipelines: [{ id: "base-id" }, { id: 7 }] });
    expect(after?.["tasks"]).to.deep.equal(numbered.tasks);
    expect(after?.["silence"]).to.deep.equal(silence);
  });
});
