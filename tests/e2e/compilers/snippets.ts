/** What stands before every snippet. */
export const head = `import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";
declare const other: ncloud.Pipeline;
declare const maybe: pulumi.Output<string | undefined>;
declare const text: pulumi.Output<string>;
declare const flag: boolean;
const build: ncloud.TaskArgs = { name: "build", type: "SourceBuild", projectId: 1 };
`;

/** Arguments of a pipeline besides its tasks. */
const shop = (args: string): string => `new ncloud.Pipeline("shop", { tasks: [build], ${args} });`;
const schedules = (schedule: string): string => shop(`triggers: { schedules: [${schedule}] }`);

/** Programs that every compiler takes. */
export const right: Readonly<Record<string, string>> = {
  "an output that may be nothing, for what is optional": shop("name: maybe, description: maybe"),
  "undefined for what is optional": shop(
    "name: undefined, description: undefined, triggers: undefined, adopt: undefined",
  ),
  "undefined or a value": shop('description: flag ? "text" : undefined'),
  "our own output back in": shop("triggers: other.triggers, description: other.description"),
  "tasks of another pipeline": 'new ncloud.Pipeline("shop", { tasks: other.tasks });',
  "readonly tasks": 'const tasks: readonly ncloud.TaskArgs[] = [build]; new ncloud.Pipeline("shop", { tasks });',
  "data as const": `const data = {
    tasks: [{ name: "build", type: "SourceBuild", projectId: 1 }, { name: "test", type: "SourceBuild", projectId: 2, linkedTasks: ["build"] }],
    triggers: { schedules: [{ days: ["MON"], time: "09:00", timeZone: "UTC" }], repositories: [{ name: "a", branch: "b" }] },
  } as const; new ncloud.Pipeline("shop", data);`,
  "readonly links": `const links: readonly string[] = ["build"]; new ncloud.Pipeline("shop", { tasks: [build, { name: "test", type: "SourceBuild", projectId: 1, linkedTasks: links }] });`,
  "a link that is an output": `new ncloud.Pipeline("shop", { tasks: [build, { name: "test", type: "SourceBuild", projectId: text, linkedTasks: [text] }] });`,
  "a branch that may be nothing": `new ncloud.Pipeline("shop", { tasks: [{ name: "test", type: "SourceBuild", projectId: 1, branch: maybe }] });`,
  "an output as time of weekdays": schedules("ncloud.weekdays(text, text, { onlyWithChange: undefined })"),
  "days that are readonly": schedules('ncloud.on(["MON", "FRI"] as const, "09:00", "UTC")'),
  "a schedule's helper with names": `const nightly = (time: pulumi.Input<string>): ncloud.ScheduleTriggerArgs => ncloud.everyDay(time, "UTC");
    const triggers: ncloud.TriggersArgs = { schedules: [nightly("03:30")], pipelines: [{ id: other.id }] };
    new ncloud.Pipeline("shop", { tasks: [build], triggers });`,
  "pipelines and ids as triggers": `const links: readonly ncloud.PipelineLink[] = [other, 3101]; ${shop(
    'triggers: { pipelines: [other, other.id, 3101, "3102", { id: other.id }, Promise.resolve(other), ...links] }',
  )}`,
  "what is silenced, with reasons": shop('silence: { NCSP111: "two in one", NCSP406: maybe, NCSP303: undefined }'),
  "a silence that is readonly": `const silence: ncloud.SilenceArgs = { NCSP406: text }; ${shop("silence")}`,
  "a number to adopt": `ncloud.getPipeline({ name: "shop" }).then(({ id }) => ${shop("adopt: id").replace(";", "")});`,
  "an output of a number to adopt": shop('adopt: ncloud.getPipelineOutput({ name: "shop" }).id'),
  "numbers to get":
    'ncloud.Pipeline.get("a", 7); ncloud.Pipeline.get("b", ncloud.getPipelineOutput({ name: "shop" }).id);',
  "names of results": `export async function find(args: ncloud.GetBuildProjectArgs): Promise<ncloud.GetBuildProjectResult> { return ncloud.getBuildProject(args); }
    export const ids = (all: ncloud.GetPipelinesResult): number[] => all.map(({ id }) => id);`,
  "names of arguments as outputs":
    "export const find = (args: ncloud.GetBuildProjectOutputArgs) => ncloud.getBuildProjectOutput(args);",
  "a pipeline by name or id":
    'ncloud.getPipeline({ name: "a" }); ncloud.getPipeline({ id: 7 }); ncloud.getPipelineOutput({ id: other.id });',
  "a stage by names or ids": `ncloud.getDeployStages({ project: "shop", search: undefined }); ncloud.getDeployScenario({ projectId: 1, stage: "prod", name: "x" });
    ncloud.getDeployScenarioOutput({ project: text, stageId: 7, name: "x" });`,
  "parent and provider of a function": `export class Team extends pulumi.ComponentResource {
      constructor(options: pulumi.ComponentResourceOptions) {
        super("a:b:Team", "team", {}, options);
        ncloud.getPipelines({}, { parent: this });
        const invoke: pulumi.InvokeOptions = { parent: this };
        ncloud.getPipelinesOutput({}, invoke);
        ncloud.buildTask("build", { project: "a" }, { parent: this, provider: undefined });
      }
    }
    export const inherit = (options: pulumi.CustomResourceOptions) => ncloud.getPipelines({}, options.provider ? { provider: options.provider } : {});`,
  "a provider with what may be nothing":
    'new ncloud.Provider("b", { accessKey: maybe, region: undefined, platform: flag ? "classic" : undefined });',
  "the class as a policy takes it": "export const type: string = ncloud.Pipeline.__pulumiType;",
  "errors by class and code": `ncloud.getPipelines().catch((error: unknown) => {
      if (error instanceof ncloud.NotFoundError) return error.operation;
      if (ncloud.isServiceError(error)) return error.status === 401 ? error.message : error.code;
      return ncloud.isNcloudError(error) && error.code === "NCLOUD_LOOKUP";
    });`,
  "the type of a run":
    "export const states: Promise<ncloud.RunState[]> = ncloud.getRuns({ pipelineId: 7 }).then((runs) => runs.map(({ state }) => state));",
};

/** Programs that name types of Node, which those for TypeScript 3.8 do not have. */
export const rightWithNode: Readonly<Record<string, string>> = {
  "the signed client": `import { createClient, isServiceError } from "pulumi-ncloud-sourcepipeline/client";
    import type { Client, ProjectResult } from "pulumi-ncloud-sourcepipeline/client";
    const client: Client = createClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey: "a", secretKey: "b" });
    export const all = async (signal: AbortSignal): Promise<ProjectResult[]> => {
      const { projectList } = await client.getProjects({ search: "shop" }, { signal });
      return Promise.all(projectList.map(({ id }) => client.getProject({ projectId: id })));
    };
    client.deleteProject({ projectId: "7" }).catch((error: unknown) => isServiceError(error) && error.code);`,
};

/** Programs that every compiler refuses. */
export const wrong: Readonly<Record<string, string>> = {
  "an unknown kind of task":
    'new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceTest", projectId: 1 }] });',
  "a deploy task without its stage":
    'new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceDeploy", projectId: 1, scenarioId: 2 }] });',
  "a mistyped property of a task":
    'new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceBuild", projectId: 1, linkedTask: [] }] });',
  "an id that is a list":
    'new ncloud.Pipeline("shop", { tasks: [{ name: "a", type: "SourceBuild", projectId: [1] }] });',
  "no tasks": 'new ncloud.Pipeline("shop", { description: "none" });',
  "no arguments": 'new ncloud.Pipeline("shop");',
  "tasks that may be nothing":
    'declare const tasks: ncloud.TaskArgs[] | undefined; new ncloud.Pipeline("shop", { tasks });',
  "a day that is none": schedules('{ days: ["MO"], time: "09:00", timeZone: "UTC" }'),
  "a schedule without its zone": schedules('{ days: ["MON"], time: "09:00" }'),
  "a text for a list of days": schedules('ncloud.on("MON", "09:00", "UTC")'),
  "a time that may be nothing": schedules('ncloud.weekdays(maybe, "UTC")'),
  "an unknown trigger": shop("triggers: { repository: [] }"),
  "a silence of an error": shop('silence: { NCSP103: "none yet" }'),
  "a silence of no rule": shop('silence: { NCSP999: "none" }'),
  "a silence without reasons": shop('silence: ["NCSP406"]'),
  "a list to adopt": shop("adopt: [1]"),
  "no id to get": 'ncloud.Pipeline.get("a");',
  "a pipeline by name and id": 'ncloud.getPipeline({ name: "a", id: 7 });',
  "a pipeline by nothing": "ncloud.getPipeline({});",
  "stages of nothing": "ncloud.getDeployStages({});",
  "stages by name and id": 'ncloud.getDeployStagesOutput({ project: "a", projectId: 7 });',
  "a task of nothing": 'ncloud.buildTask("build");',
  "a task by id": 'ncloud.buildTask("build", { projectId: 7 });',
  "a platform that is none": 'new ncloud.Provider("b", { platform: "vpcs" });',
  "a mistyped setting": 'new ncloud.Provider("b", { accesskey: "x" });',
  "a provider that is a text": 'ncloud.getPipelines({}, { provider: "b" });',
  "an error code that is none": 'export const is = (error: ncloud.NcloudError) => error.code === "NCLOUD_LOOKUPS";',
};
