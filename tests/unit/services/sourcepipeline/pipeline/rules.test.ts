import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import type { Host } from "../../../../../provider/core/session.ts";
import { checkPipeline } from "../../../../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { type Problem, problem } from "../../../../../provider/core/validation/problem.ts";
import { checkReferences } from "../../../../../provider/services/sourcepipeline/pipeline/references/check-references.ts";
import { gatherLists } from "../../../../../provider/services/sourcepipeline/pipeline/references/gather-lists.ts";
import { runRules } from "../../../../../provider/services/sourcepipeline/pipeline-run/rules.ts";
import { type RuleCode, rules } from "../../../../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { checkTriggerCycles } from "../../../../../provider/services/sourcepipeline/pipeline/triggers/check-trigger-cycles.ts";
import { check, failure, makeHost, project, state } from "../../../core/resource/make-host.ts";
import { fakeAccount } from "./account.ts";

const codes = Object.keys(rules) as RuleCode[];

/** Those of runs have tests of their own. */
const documented = { ...rules, ...runRules };
const allCodes = (Object.keys(documented) as (keyof typeof documented)[]).toSorted();
const root = new URL("../../../../../", import.meta.url);

/** The codes that stand in the sources of the provider, outside the tables themselves. */
function codesInSources(): string[] {
  const folder = new URL("provider/", root);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = files.filter(
    (name) => name.endsWith(".ts") && !/[/\\](pipeline[/\\]rules|(shape|adoption)-rules\.ts$)/.test(name),
  );
  const text = sources.map((name) => withoutComments(readFileSync(new URL(name, folder), "utf8"))).join("\n");
  return [...new Set(text.match(/NCSP\d{3}/g))].sort();
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[^]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");

/** Code as it is but for spaces and trailing commas, which the page's formatter sets. */
const withoutLayout = (text = ""): string => text.replaceAll(/\s+/g, "").replaceAll(/,(?=[\]}])/g, "");

interface Program {
  name: string;
  tasks: unknown[];
}

/** A program in which an example stands for everything that matters. */
const programOf = (example: string): Program => ({
  name: "shop",
  tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }],
  ...(runInNewContext(`({ ${example}\n})`) as Partial<Program>),
});

/** What all checks say of the rest of a program in an account where pipeline 2002 is started by "shop", 2001. */
async function problemsOf(example: string, account: ReturnType<typeof fakeAccount>): Promise<Problem[]> {
  const inputs = programOf(example);
  const starters: Record<number, number[]> = { 2001: [], 2002: [2001] };
  const cycles = await checkTriggerCycles([{ name: "shop", id: 2001, inputs }], async (id) => ({
    name: "base",
    startedBy: starters[id] ?? [],
  }));
  return [
    ...checkPipeline(inputs, { now: Date.UTC(2025, 10, 24) }),
    ...checkReferences(inputs, await gatherLists(inputs, account.ask)),
    ...cycles.map((found) => found.problem),
  ];
}

/** Rules about a pipeline beside others: check looks at all of a command, and at those of the account. */
const amongOthers: Partial<Record<RuleCode, (inputs: Program) => Promise<string[]>>> = {
  NCSP112: async ({ name, ...inputs }) => {
    const { host } = makeHost();
    const first = await failuresOf({ name, ...inputs }, "urn:first", host);
    return [...first, ...(await failuresOf({ name, ...inputs }, "urn:second", host))];
  },
  NCSP113: async ({ name, ...inputs }) => {
    const { client, host } = makeHost("key-one", "full");
    client.getProjects.resolves({ projectList: [{ id: 2002, name }] });
    client.getProject.resolves({ id: 2002, name });
    client.getBuildProjects.resolves({ projectList: [{ id: 20632, name: "shop-api" }] });
    const managed = await check(state({ name }), { name, ...inputs, __context: { dryRun: true } }, host);
    expect(managed.failures).to.deep.equal([]);
    return failuresOf({ name, ...inputs }, "urn:new", host);
  },
  NCSP114: (inputs) => takenOver(inputs, {}),
  NCSP115: (inputs) => takenOver(inputs, {}),
  NCSP116: (inputs) => takenOver(inputs, {}),
  NCSP117: (inputs) => takenOver({ ...inputs, adopt: "3101" }, { isImport: true }),
};

/** What the check says of a pipeline that is taken over, in an account that has 3101, called "base". */
async function takenOver(inputs: object, context: object): Promise<string[]> {
  const { client, host } = makeHost("key-one", "full");
  const { tasks } = programOf("");
  client.getProjects.resolves({ projectList: [{ id: 3101, name: "base" }] });
  client.getProject.callsFake(({ projectId }: { projectId: number }) =>
    projectId === 3101 ? Promise.resolve(project({ id: 3101, name: "base" })) : Promise.reject(failure("notFound")),
  );
  client.getBuildProjects.resolves({ projectList: [{ id: 20632, name: "shop-api" }] });
  const given = { tasks, ...inputs, __context: { urn: "urn:taken", dryRun: true, ...context } };
  const { failures } = await check({}, given, host);
  return failures.map(({ reason }) => reason);
}

async function failuresOf(inputs: object, urn: string, host: Host): Promise<string[]> {
  const { failures } = await check({}, { ...inputs, __context: { urn, dryRun: true } }, host);
  return failures.map(({ reason }) => reason);
}

describe("the table of rules", () => {
  it("has exactly the codes that the checks can give", () => {
    expect(codesInSources()).to.deep.equal(allCodes);
  });

  it("is what docs/rules.md says, rule by rule", () => {
    const page = readFileSync(new URL("docs/rules.md", root), "utf8");
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code)).to.deep.equal(allCodes);
    for (const code of allCodes) {
      const row = page.split("\n").find((line) => line.startsWith(`| [${code}]`));
      expect(row, code).to.include(`| ${documented[code].severity}`).and.include(documented[code].hint);
      const section = page.split(`\n## ${code}\n`)[1]?.split("\n## ")[0];
      expect(section, code).to.include(documented[code].hint);
      expect(withoutLayout(section), code).to.include(withoutLayout(documented[code].example));
    }
  });

  for (const code of codes) {
    it(`${code}: the example breaks this rule and no other`, async () => {
      const reasonsAmongOthers = await amongOthers[code]?.(programOf(rules[code].example));
      if (reasonsAmongOthers !== undefined) {
        expect(reasonsAmongOthers).to.have.length(1);
        expect(reasonsAmongOthers[0]).to.match(new RegExp(`^(name|adopt|import): .* \\[${code}\\]$`));
        expect(rules[code].severity).to.equal("error");
        return;
      }
      const account = fakeAccount(code === "NCSP901" ? { buildProjects: "Permission Denied." } : {});
      const found = await problemsOf(rules[code].example, account);
      expect(found.map((broken) => `${broken.code} ${broken.severity}`)).to.deep.equal([
        `${code} ${rules[code].severity}`,
      ]);
    });

    it(`${code}: says what holds and what to do`, () => {
      const { title, hint } = rules[code];
      expect(code).to.match(/^NCSP\d{3}$/);
      expect(title).to.match(/^[A-Z].*[^.]$/);
      expect(hint).to.match(/^[A-Z].*\.$/);
    });
  }

  it("gives a problem its severity, and its hint unless there is a better one", () => {
    expect(problem(rules.NCSP111, "tasks[1]", "What.")).to.deep.equal({
      code: "NCSP111",
      severity: "warning",
      path: "tasks[1]",
      message: "What.",
      hint: rules.NCSP111.hint,
    });
    expect(problem(rules.NCSP103, "tasks", "What.", "Do.").hint).to.equal("Do.");
  });
});
