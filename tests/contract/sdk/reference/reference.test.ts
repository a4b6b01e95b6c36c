import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { settingNames, settingWords } from "../../../../provider/config/settings.ts";
import type { ObjectShape, Property } from "../../../../provider/core/validation/shape/shape.ts";
import { pipelineDescriptor } from "../../../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import { taskKinds } from "../../../../provider/services/sourcepipeline/pipeline/tasks/task-kinds.ts";
import { triggerKinds } from "../../../../provider/services/sourcepipeline/pipeline/triggers/trigger-kinds.ts";
import { parsePipeline } from "../../../../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { parseRun } from "../../../../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";
import { runDescriptor } from "../../../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";
import { mergeForms, membersOf, readDeclarations } from "../../../../scripts/docs/reference/declarations.ts";
import * as ncloud from "../../../../sdk/index.ts";
import { page, problemsIn, runExample, sections } from "./examples.ts";

const isFunction = (name: string): boolean => /^get[A-Z]/.test(name);
const exported = Object.keys(ncloud);

const section = (heading: string): string => sections.find((one) => one.heading === heading)?.text ?? "";

/** The cells of a table's row, by the name in its first. */
const rowOf = (text: string, name: string): string[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith(`| \`${name}\``))
    .flatMap((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cell) => cell.trim());

describe("the reference page", () => {
  it("has a section for every resource, function and builder, and a row for every error", () => {
    const headings = sections.map(({ heading }) => heading);
    const missing = exported.filter(
      (name) => !headings.includes(name.replace(/Output$/, "")) && rowOf(page, name).length === 0,
    );
    expect(exported).to.have.length.greaterThan(50);
    expect(missing).to.deep.equal([]);
  });

  it("names both forms of every function", () => {
    for (const name of exported.filter(isFunction)) {
      expect(section(name.replace(/Output$/, "")), name).to.match(
        new RegExp(`\`${name}\\((args\\??, )?options\\?\\)\``),
      );
    }
  });

  it("has no table with more than three columns, and no link that leads nowhere", () => {
    const widths = page
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split(/(?<!\\)\|/).length - 2);
    expect(Math.max(...widths)).to.equal(3);
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(".", "").replaceAll(" ", "-"),
    );
    expect(new Set(anchors).size, "headings of the same name").to.equal(anchors.length);
    const links = [...page.matchAll(/\]\(#(.*?)\)/g)].map(([, anchor = ""]) => anchor);
    expect(links.filter((anchor) => !anchors.includes(anchor))).to.deep.equal([]);
  });

  /** What the rows of an object's properties must say. */
  function expectRows(heading: string, { properties }: Pick<ObjectShape, "properties">, isWhole = true): void {
    const text = page.split(new RegExp(`^#+ ${heading}$`, "m"))[1]?.split(/^#/m)[0] ?? "";
    for (const [name, property] of Object.entries<Property>(properties)) {
      const [type = "", meaning] = rowOf(text, name)[1]?.split("<br>") ?? [];
      const said = `${heading}: ${name}`;
      const isRequired = property.optional !== true && property.autonamed !== true;
      expect(type.endsWith(", **required**"), said).to.equal(isRequired);
      const unlessGiven = `, \`${JSON.stringify(property.default)}\` unless given`;
      expect(type.endsWith(unlessGiven), said).to.equal(property.default !== undefined);
      expect(meaning?.includes("_Replaces._"), said).to.equal(property.replaces === true);
      if (isWhole) expect(meaning, said).to.include(property.doc.slice(0, -1));
      for (const code of codesOf(property)) expect(meaning, said).to.include(`(rules.md#${code.toLowerCase()})`);
      if (property.type === "enum") for (const word of property.words) expect(type, said).to.include(`"${word}"`);
    }
  }

  /** The codes of a property itself: those of objects in it have rows of their own. */
  function codesOf(property: Property): string[] {
    const { noun: _, items: __, properties: ___, ...own } = property as unknown as Record<string, unknown>;
    return [...JSON.stringify(own).matchAll(/"code":"(NCSP\d+)"/g)].map(([, code = ""]) => code);
  }

  it("says of every property what its descriptor says", () => {
    // The docstrings of a program's arguments say more than the descriptor's.
    expectRows("Arguments of Pipeline", pipelineDescriptor, false);
    expectRows("Arguments of PipelineRun", runDescriptor);
    expectRows("Triggers", pipelineDescriptor.properties.triggers);
    for (const [type, { form }] of Object.entries(taskKinds)) expectRows(`${type} task`, form);
    expectRows("SourceBuild task", { properties: pipelineDescriptor.properties.tasks.items.common });
    for (const { form } of Object.values(triggerKinds)) {
      const words = form.noun.replace("a ", "");
      expectRows(`${words.charAt(0).toUpperCase()}${words.slice(1)}`, form);
    }
  });

  it("has a row for every setting of a provider, with its words", () => {
    const text = section("Provider");
    for (const name of settingNames) {
      expect(rowOf(text, name), name).to.have.length(2);
      for (const word of settingWords[name] ?? []) expect(rowOf(text, name)[1]).to.include(`"${word}"`);
    }
    expect(text).to.include("secrets");
  });
});

describe("docstrings", () => {
  const declarations = readDeclarations();

  /** The docstrings of a type, by property. */
  const docsOf = (name: string): Record<string, string> =>
    Object.fromEntries(mergeForms(membersOf(declarations, name)).map((member) => [member.name, member.doc]));

  const described = (properties: object): Record<string, string> =>
    Object.fromEntries(Object.entries(properties as ObjectShape["properties"]).map(([name, { doc }]) => [name, doc]));

  it("say what the descriptors say", () => {
    const { tasks, triggers } = pipelineDescriptor.properties;
    const { on, doc, common } = tasks.items;
    const head = { [on]: doc, ...described(common) };
    expect(docsOf("PipelineInputs")).to.deep.equal(described(pipelineDescriptor.properties));
    expect(docsOf("SourceBuildTask")).to.deep.equal({ ...head, ...described(taskKinds.SourceBuild.form.properties) });
    expect(docsOf("SourceDeployTask")).to.deep.equal({ ...head, ...described(taskKinds.SourceDeploy.form.properties) });
    expect(docsOf("Triggers")).to.deep.equal(described(triggers.properties));
    expect(docsOf("RepositoryTrigger")).to.deep.equal(described(triggerKinds.repositories.form.properties));
    expect(docsOf("ScheduleTrigger")).to.deep.equal(described(triggerKinds.schedules.form.properties));
    expect(docsOf("PipelineTrigger")).to.deep.equal(described(triggerKinds.pipelines.form.properties));
    expect(docsOf("PipelineRunArgs")).to.deep.equal(described(runDescriptor.properties));
  });

  it("name the limits that hold", () => {
    const { name, description } = pipelineDescriptor.properties;
    expect(name.doc).to.include(`${String(name.limits.minimum)} to ${String(name.limits.maximum)} of`);
    expect(description.doc).to.include(String(description.maximum.characters));
    const task = pipelineDescriptor.properties.tasks.items.common.name;
    expect(task.doc).to.include(`${String(task.limits.minimum)} to ${String(task.limits.maximum)} of`);
  });
});

describe("the examples of the reference page", function () {
  this.timeout(60_000);

  const examples = new Map(sections.filter(({ example }) => example !== "").map((one) => [one.heading, one.example]));
  const start = process.cwd();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "reference-")));
  /** What the mocks were asked for: types of resources, and tokens of functions. */
  let asked: string[] = [];
  /** Names of the resources that came through. */
  let made: string[] = [];
  /** What the checks of the resources would refuse. */
  let mistakes: string[] = [];

  function mistakesIn(type: string, inputs: Readonly<Record<string, unknown>>): string[] {
    const { __provider: _, __context: __, ...args } = inputs;
    if (type === ncloud.PipelineRun.__pulumiType && args["pipelineId"] !== undefined)
      return parseRun(args).problems.map(({ message }) => message);
    if (type !== ncloud.Pipeline.__pulumiType || args["tasks"] === undefined) return [];
    return parsePipeline({ name: "named-after-the-resource", ...args }).problems.map(({ message }) => message);
  }

  before(async () => {
    mkdirSync(join(folder, "pipelines"));
    const tasks = [{ name: "build", type: "SourceBuild", project: "shop-api" }];
    writeFileSync(join(folder, "pipelines/shop.json"), JSON.stringify({ name: "shop", tasks }));
    process.chdir(folder);
    await pulumi.runtime.setMocks(
      {
        call: ({ token }) => {
          asked.push(token);
          return { id: 7, name: "shop", projectId: 1, stageId: 2 };
        },
        newResource: ({ type, name, inputs }) => {
          asked.push(type);
          made.push(name);
          mistakes.push(...mistakesIn(type, inputs as Readonly<Record<string, unknown>>));
          return { id: `${name}-id`, state: inputs as object };
        },
      },
      "reference",
    );
    pulumi.runtime.setAllConfig({ "reference:otherAccessKey": "key", "reference:otherSecretKey": "secret" });
  });
  beforeEach(() => {
    asked = [];
    made = [];
    mistakes = [];
  });
  after(() => {
    process.chdir(start);
    rmSync(folder, { recursive: true });
  });

  it("are there for everything that can be called or made", () => {
    const callable = exported.filter((name) => !name.endsWith("Error") || name.startsWith("is"));
    const without = callable.filter((name) => !examples.get(name.replace(/Output$/, ""))?.includes(`ncloud.${name}(`));
    expect(without).to.deep.equal([]);
  });

  it("are compiled, each as a program of its own", () => {
    expect(problemsIn(examples)).to.deep.equal([]);
    const wrong = new Map([["wrong", 'ncloud.getBuildProject({ nam: "shop" });\n']]);
    expect(problemsIn(wrong).join()).to.include("'nam' does not exist");
  });

  for (const [name, example] of examples) {
    it(`run: ${name}`, async () => {
      await runExample(example, { ncloud, pulumi });
      await pulumi.runtime.disconnect();
      expect(mistakes).to.deep.equal([]);
      // A pipeline with a mistake is not registered.
      const named = [...example.matchAll(/(?:new ncloud\.\w+|\.get)\(\s*"([\w-]+)"/g)].map(([, resource]) => resource);
      expect(made).to.include.members(named);
      const token = `ncloud:index:${name}`;
      if (isFunction(name)) expect(asked).to.deep.equal([token, token]);
      if (name === "Pipeline") expect(asked).to.include(ncloud.Pipeline.__pulumiType);
      if (name === "PipelineRun") expect(asked).to.include(ncloud.PipelineRun.__pulumiType);
      if (name === "Provider") expect(asked).to.include("pulumi:providers:pulumi-nodejs");
    });
  }
});
