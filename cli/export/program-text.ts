/** The program of every export: it declares what stands in the data files, so that only those change from then on. */
export const programText = `// The pipelines of this stack: one file each, in the folder that the configuration names, else in \`pipelines\`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

/** A pipeline as its file says it: names of the account instead of ids; ids where there is no name. */
interface PipelineData {
  name: string;
  description?: string;
  tasks: (BuildData | DeployData)[];
  triggers?: {
    repositories?: ncloud.RepositoryTrigger[];
    schedules?: ncloud.ScheduleTrigger[];
    pipelines?: { name?: string; id?: number }[];
  };
  adopt?: boolean | string;
}

interface BuildData {
  name: string;
  type: "SourceBuild";
  project?: string;
  projectId?: number;
  branch?: string;
  linkedTasks?: string[];
}

interface DeployData {
  name: string;
  type: "SourceDeploy";
  project?: string;
  stage?: string;
  scenario?: string;
  projectId?: number;
  stageId?: number;
  scenarioId?: number;
  linkedTasks?: string[];
}

const folder = join(__dirname, new pulumi.Config().get("pipelines") ?? "pipelines");
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const pipelines = new Map(files.sort().map((file) => [file.slice(0, -5), read(join(folder, file))]));

const declared = new Map<string, ncloud.Pipeline>();
const underWay = new Set<string>();
for (const resource of pipelines.keys()) declare(resource);

function read(file: string): PipelineData {
  return JSON.parse(readFileSync(file, "utf8")) as PipelineData;
}

function dataOf(resource: string): PipelineData {
  const data = pipelines.get(resource);
  if (data) return data;
  throw new Error(\`There is no file \${resource}.json.\`);
}

/** Declares a pipeline after those that start it. */
function declare(resource: string): ncloud.Pipeline {
  const known = declared.get(resource);
  if (known) return known;
  underWay.add(resource);
  const { tasks, triggers = {}, ...rest } = dataOf(resource);
  const { pipelines: starters = [], ...others } = triggers;
  const pipeline = new ncloud.Pipeline(resource, {
    ...rest,
    tasks: tasks.map(taskOf),
    triggers: { ...others, pipelines: starters.map(triggerOf) },
  });
  underWay.delete(resource);
  declared.set(resource, pipeline);
  return pipeline;
}

function taskOf(task: BuildData | DeployData): ncloud.TaskArgs {
  const { name, project } = task;
  if (project === undefined) return task as ncloud.TaskArgs;
  if (task.type === "SourceBuild") {
    const { branch, linkedTasks } = task;
    return ncloud.buildTask(name, { project, ...(branch && { branch }), ...(linkedTasks && { linkedTasks }) });
  }
  const { stage = "", scenario = "", linkedTasks } = task;
  return ncloud.deployTask(name, { project, stage, scenario, ...(linkedTasks && { linkedTasks }) });
}

function triggerOf({ name, id }: { name?: string; id?: number }) {
  if (name === undefined) return { id: id ?? 0 };
  const resource = [...pipelines.keys()].find((key) => dataOf(key).name === name);
  // One that is not of this stack, or that waits for this one in turn, is looked up.
  const isElsewhere = resource === undefined || underWay.has(resource);
  return { id: isElsewhere ? ncloud.getPipelineOutput({ name }).id : declare(resource).id };
}
`;
