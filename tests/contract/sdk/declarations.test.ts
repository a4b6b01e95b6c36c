import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import type typescript from "typescript";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const require = createRequire(import.meta.url);
/** The compiler for programs that have none of their own. */
const vendored = require("@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js") as typeof typescript;

const head = 'import * as pulumi from "@pulumi/pulumi"; import * as ncloud from "pulumi-ncloud-sourcepipeline";\n';

/** What the compiler says of a program, and of our declarations; those of other packages do not count. */
function compile(body: string, imports = head): { problems: { line: number; text: string }[]; declarations: string[] } {
  const file = join(repository, "program.ts");
  const options: typescript.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    module: vendored.ModuleKind.CommonJS,
    target: vendored.ScriptTarget.ES2016,
  };
  const disk = vendored.createCompilerHost(options);
  const host: typescript.CompilerHost = {
    ...disk,
    readFile: (name) => (name === file ? imports + body : disk.readFile(name)),
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, target) =>
      name === file ? vendored.createSourceFile(name, imports + body, target) : disk.getSourceFile(name, target),
  };
  const program = vendored.createProgram([file], options, host);
  const own = (name: string): boolean => name === file || name.startsWith(join(repository, "dist"));
  return {
    problems: vendored
      .getPreEmitDiagnostics(program)
      .filter((problem) => own(problem.file?.fileName ?? ""))
      .map(({ file: source, start = 0, messageText }) => ({
        line: source?.getLineAndCharacterOfPosition(start).line ?? -1,
        text: vendored.flattenDiagnosticMessageText(messageText, "\n"),
      })),
    declarations: program
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter(own),
  };
}

const build = '{ name: "build", type: "SourceBuild", projectId: 1 }';

describe("the declarations, read by the TypeScript 3.8 that the Pulumi SDK carries", function () {
  this.timeout(60_000);

  it("fit a program that uses everything", () => {
    const { problems, declarations } = compile(`
      const other = new ncloud.Provider("other", { region: "KR", secretKey: pulumi.secret("x") });
      const build = ncloud.buildTask("build", { project: "shop-api" }, { provider: other });
      const scenario = ncloud.getDeployScenarioOutput({ project: "shop", stage: "prod", name: "rolling" });
      const pipeline = new ncloud.Pipeline("shop", {
        tasks: [build, {
          name: "deploy", type: "SourceDeploy", linkedTasks: [build],
          projectId: scenario.projectId, stageId: scenario.stageId, scenarioId: scenario.id,
        }],
        triggers: { schedules: [ncloud.weekdays("09:00", "Asia/Seoul")], pipelines: [{ id: "7" }] },
        adopt: true,
        silence: { NCSP406: "the nightly pipeline builds it", NCSP111: pulumi.output("a reason") },
      }, { provider: other });
      export const code: ncloud.WarningCode = "NCSP406";
      export const silence: ncloud.SilenceArgs = { [code]: "a reason" };
      export const id: pulumi.Output<string> = pipeline.id;
      export const ids: pulumi.Output<Record<string, number>> = pipeline.taskIds;
      export const runs: Promise<ncloud.Run[]> = ncloud.getRuns({ pipelineId: 7 });`);
    expect(problems).to.deep.equal([]);
    // What a program can reach is plain interfaces: no schemas, no client but its errors.
    const inner = declarations.filter((name) =>
      /provider\/(core\/(?!validation)|services\/[^/]+\/api|hosts)/.test(name),
    );
    expect(inner.map((name) => basename(name)).sort()).to.deep.equal([
      "error-codes.d.ts",
      "errors.d.ts",
      "failure.d.ts",
      "public-codes.d.ts",
    ]);
  });

  const clientHead = 'import * as api from "pulumi-ncloud-sourcepipeline/client";\n';
  it("fit a script that uses the client, without schemas and without the Pulumi SDK", () => {
    const { problems, declarations } = compile(
      `
      const stop = new AbortController();
      const { signal } = stop;
      const client: api.ServiceClients = api.createClient({ accessKey: "a", secretKey: "b", platform: "vpc", site: "gov", signal });
      export async function run(projectId: number): Promise<Record<string, api.TaskOutcome>> {
        const names: string[] = (await api.listAll(client, "getBuildProjects", { search: "a" })).map(({ name }) => name);
        const zones: string[] = await api.listAll(client, "getTimeZones", {});
        const pages: AsyncIterable<api.HistoryEntryResult[]> = api.pagesOf(client, "getProjectHistories", { projectId });
        const stages: api.DeployIdentity[] = await api.listAllOf(client, "sourceDeploy", "getStages", { projectId });
        const content: api.NewBuildProject = {
          name: "b",
          source: { type: "SourceCommit", config: { repository: "r", branch: stages[0].name } },
          env: { compute: { id: 1 }, platform: { type: "PublicRegistry", config: { image: "i", tag: "t" } } },
        };
        const { id }: api.BuildProjectIdentity = await client.sourceBuild.createProject({ body: content });
        const done: true = await client.sourceCommit.createRepository({ body: { name: "r" } });
        await client.sourceDeploy.deploy({ projectId: id, stageId: 1, scenarioId: done ? 1 : 2 });
        const { historyId } = await client.startProject({ projectId }, { signal });
        const onNote = (message: string): void => void [message, historyId];
        const run: api.StartedRun = await api.startRun(client, { projectId }, { ifRunning: "join", signal, onNote });
        const onChange = ({ task, status }: api.TaskChange): void => void [task, status, names, zones, pages];
        const outcome = await api.waitForRun(client, run, { timeoutMs: 60000, signal, onChange });
        const status: "running" | "success" | "failed" | "canceled" = outcome.status;
        return status === "success" ? outcome.tasks : {};
      }
      run(7).catch((error: unknown) => {
        if (error instanceof api.RunStartError) return [error.code === "NCLOUD_UNCONFIRMED", error.candidates[0]];
        if (error instanceof api.RunWaitError) return [error.code === "NCLOUD_TIMEOUT", error.outcome?.runId];
        return api.isServiceError(error) && error.code;
      });`,
      clientHead,
    );
    expect(problems).to.deep.equal([]);
    const inner = declarations.filter((name) => name.includes("/provider/")).map((name) => basename(name));
    expect(inner.sort()).to.deep.equal([
      "error-codes.d.ts",
      "errors.d.ts",
      "failure.d.ts",
      "limits.d.ts",
      "location.d.ts",
      "public-codes.d.ts",
      // Of each related service.
      ...Array.from({ length: 3 }, () => "requests.d.ts"),
      ...Array.from({ length: 3 }, () => "results.d.ts"),
      "run.d.ts",
    ]);
  });

  it("do not fit the mistakes in calls of the client", () => {
    const calls = [
      'api.createClient({ secretKey: "b" });',
      'api.createClient({ accessKey: "a", secretKey: "b", platform: "vpcs" });',
      'api.listAll(client, "getProject", { projectId: 1 });',
      'api.listAll(client, "getDeployStages", {});',
      'api.listAll(client, "getProjects", { pageNo: 1, pageSize: 10 });',
      "api.waitForRun(client, { projectId: 1 });",
      'api.startRun(client, { projectId: 1 }, { ifRunning: "queue" });',
      "api.startRun(client, {});",
      "client.startProject({});",
    ];
    const { problems } = compile(calls.join("\n"), `${clientHead.trim()} declare const client: api.Client;\n`);
    expect(calls.filter((_, index) => !problems.some(({ line }) => line === index + 1))).to.deep.equal([]);
  });

  const mistakes: Record<string, string> = {
    "an unknown kind of task": `tasks: [{ name: "build", type: "SourceTest", projectId: 1 }]`,
    "a deploy task without its stage": `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 1, scenarioId: 2 }]`,
    "a mistyped property": `tasks: [{ name: "build", type: "SourceBuild", projectId: 1, linkedTask: [] }]`,
    "no tasks": `description: "none"`,
    "a day that is none": `tasks: [${build}], triggers: { schedules: [{ days: ["MO"], time: "09:00", timeZone: "UTC" }] }`,
    "an id that is a list": `tasks: [{ name: "build", type: "SourceBuild", projectId: [1] }]`,
    "a silence of an error": `tasks: [${build}], silence: { NCSP103: "x" }`,
    "a silence without a reason": `tasks: [${build}], silence: { NCSP406: true }`,
    "an unknown trigger": `tasks: [${build}], triggers: { repository: [] }`,
  };
  it("do not fit the mistakes that an editor can see", () => {
    const lines = Object.values(mistakes).map((args) => `new ncloud.Pipeline("shop", { ${args} });`);
    const { problems } = compile(lines.join("\n"));
    // The first line is the imports'.
    const missed = Object.keys(mistakes).filter((_, index) => !problems.some(({ line }) => line === index + 1));
    expect(missed).to.deep.equal([]);
  });
});
