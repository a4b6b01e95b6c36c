import type {
  ChangeProjectBody,
  CreateProjectBody,
  TaskRequest,
  TriggerRequest,
} from "../api/schemas/pipeline-request.ts";
import type { ProjectResult, TaskResult } from "../api/schemas/pipeline-result.ts";
import { type PriorInputs, suppressEquivalent } from "./equivalence.ts";
import { taskKinds } from "./tasks/task-kinds.ts";
import { triggerKeys, triggerKinds } from "./triggers/trigger-kinds.ts";
import type { PipelineInputs, ResolvedTarget, Task, Triggers } from "./pipeline.ts";

/*
 * The dictionary between the user's words and the vendor's.
 */

/** Gives the service's spelling of a time zone. */
export type ZoneSpelling = (zone: string) => string;

/** What the service adds to a pipeline: by task name. */
export interface Additions {
  taskIds: Record<string, number>;
  resolvedTargets: Record<string, ResolvedTarget>;
}

/** The body that creates a pipeline. */
export function toCreateBody(pipeline: PipelineInputs, zone: ZoneSpelling): CreateProjectBody {
  return { name: pipeline.name, ...toChangeBody(pipeline, zone) };
}

/** The body that edits a pipeline; always whole, because what an absent part does is not documented. */
export function toChangeBody(pipeline: PipelineInputs, zone: ZoneSpelling): ChangeProjectBody {
  return {
    description: pipeline.description ?? "",
    tasks: pipeline.tasks.map(taskToWire),
    trigger: triggersToWire(pipeline.triggers, zone),
  };
}

/**
 * The service's pipeline in program shape, as the prior one is written wherever it means the same. A branch that the
 * program did not name is left out while it is the one recorded at the last write.
 */
export function fromProject(
  project: ProjectResult,
  prior: PriorInputs,
  recorded: Partial<Additions> = {},
): PipelineInputs {
  const inputs: PipelineInputs = {
    name: project.name,
    ...(project.description === "" ? {} : { description: project.description }),
    tasks: project.tasks.map((task) =>
      withBranchAsPrior(taskFromWire(task), priorTask(prior, task.name), recorded.resolvedTargets?.[task.name]),
    ),
    ...triggersFromWire(project.trigger),
  };
  return suppressEquivalent(prior, inputs, { order: "prior" });
}

/** What the service added to a pipeline of which the program says this. */
export function additionsOf(project: ProjectResult, program: PriorInputs): Additions {
  const targets = Object.fromEntries(project.tasks.map((task) => [task.name, resolvedTarget(task)]));
  return {
    taskIds: Object.fromEntries(project.tasks.map((task) => [task.name, task.id])),
    resolvedTargets: withoutNamedBranches(targets, program),
  };
}

/**
 * What the service resolved by itself. A branch that the program names is not repeated: the program may have given it as
 * a secret, which the engine knows of the inputs only.
 */
export function withoutNamedBranches(targets: Additions["resolvedTargets"], program: PriorInputs): typeof targets {
  const own = Object.entries(targets).map(([name, target]) => {
    const { branch: _, ...rest } = target;
    return [name, namesBranch(priorTask(program, name)) ? rest : target] as const;
  });
  return Object.fromEntries(own);
}

const namesBranch = (task: Task | undefined): boolean => task !== undefined && "branch" in task;

function taskToWire(task: Task): TaskRequest {
  const kind = taskKinds[task.type] as { toConfig(task: Task): TaskRequest["config"] };
  const wire = { name: task.name, type: task.type, config: kind.toConfig(task), linkedTasks: task.linkedTasks ?? [] };
  return wire as TaskRequest;
}

function taskFromWire({ name, type, config, linkedTasks }: TaskResult): Task {
  const kind = Object.hasOwn(taskKinds, type) ? taskKinds[type as Task["type"]] : undefined;
  const own = kind?.fromConfig(config) ?? { projectId: config.projectId };
  return { name, type, ...own, ...(linkedTasks.length === 0 ? {} : { linkedTasks }) } as Task;
}

function withBranchAsPrior(task: Task, prior: Task | undefined, recorded: ResolvedTarget | undefined): Task {
  const { branch, ...rest } = task as Task & { branch?: string };
  const named = prior === undefined || namesBranch(prior);
  // A service that does not say what a task works on does not contradict the program.
  const isSilent = branch === undefined && prior?.type === "SourceBuild" && task.type === prior.type;
  if (isSilent && prior.branch !== undefined) return { ...task, branch: prior.branch };
  return named || (recorded !== undefined && recorded.branch !== branch) ? task : rest;
}

function triggersToWire(triggers: Triggers | undefined, zone: ZoneSpelling): TriggerRequest {
  const wire = triggerKeys.map((key) => {
    const kind = triggerKinds[key] as { wireKey: string; toWire(trigger: unknown, zone: ZoneSpelling): unknown };
    return [kind.wireKey, (triggers?.[key] ?? []).map((trigger) => kind.toWire(trigger, zone))];
  });
  return Object.fromEntries(wire) as TriggerRequest;
}

function triggersFromWire(trigger: ProjectResult["trigger"]): { triggers?: Triggers } {
  const lists = triggerKeys.flatMap((key) => {
    const kind = triggerKinds[key] as { wireKey: keyof typeof trigger; fromWire(answer: unknown): unknown };
    const list = trigger[kind.wireKey];
    return list.length === 0 ? [] : [[key, list.map((answer) => kind.fromWire(answer))]];
  });
  return lists.length === 0 ? {} : { triggers: Object.fromEntries(lists) as Triggers };
}

function resolvedTarget({ config: { target } }: TaskResult): ResolvedTarget {
  const { repository, branch, projectName, file, manifest, fullManifest } = target?.info ?? {};
  const all = { type: target?.type, name: target?.name, repository, branch, projectName, file, manifest, fullManifest };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const priorTask = (prior: PriorInputs, name: string): Task | undefined =>
  prior.tasks?.find((task) => task.name === name);
