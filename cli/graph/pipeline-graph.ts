import { ianaName } from "../../provider/core/validation/schedule/zones.ts";
import type {
  PipelineTrigger,
  RepositoryTrigger,
  ScheduleTrigger,
  Task,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";

/** Pipelines with what starts them, as all drawings need them. */
export interface PipelineGraph {
  readonly pipelines: readonly DrawnPipeline[];
  /** What starts a pipeline, and is no pipeline of this graph. */
  readonly starters: readonly Starter[];
  /** By which pipeline of the graph each other one is started. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export interface DrawnPipeline {
  readonly id: string;
  readonly name: string;
  readonly tasks: readonly DrawnTask[];
  readonly triggers: Triggers;
}

/** A task as a drawing needs it. */
export interface DrawnTask {
  name: string;
  type: string;
  linkedTasks?: readonly string[];
}

export interface Starter {
  readonly kind: keyof Triggers;
  readonly trigger: NonNullable<Triggers[keyof Triggers]>[number];
  /** Id of the pipeline that it starts. */
  readonly to: string;
}

/** A pipeline of a graph, whatever it was read from. */
export interface GraphSource {
  readonly id: string;
  readonly name: string;
  readonly tasks: readonly (Task | DrawnTask)[];
  readonly triggers?: Triggers;
}

/** Builds the graph of some pipelines, sorted by name. */
export function pipelineGraph(sources: readonly GraphSource[]): PipelineGraph {
  const pipelines = sources
    .map(({ id, name, tasks, triggers = {} }) => ({ id, name, tasks: withKnownLinks(tasks), triggers }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const ids = new Set(pipelines.map(({ id }) => id));
  const started = pipelines.flatMap(({ id, triggers }) => startersOf(id, triggers));
  const inside = ({ kind, trigger }: Starter): boolean => kind === "pipelines" && ids.has(idOf(trigger));
  return {
    pipelines,
    starters: started.filter((starter) => !inside(starter)),
    edges: started.filter(inside).map(({ trigger, to }) => ({ from: idOf(trigger), to })),
  };
}

/** What starts a pipeline, in a few words. */
export const starterText = ({ kind, trigger }: Starter): string => describeTrigger(kind, trigger as never);

/** The links between tasks as pairs, first the task that runs first. */
export const linksOf = (tasks: readonly DrawnTask[]): [from: string, to: string][] =>
  tasks.flatMap(({ name, linkedTasks = [] }) => linkedTasks.map((link): [string, string] => [link, name]));

/** Without links to tasks that are not there, which cannot be drawn. */
function withKnownLinks(tasks: readonly DrawnTask[]): DrawnTask[] {
  const names = new Set(tasks.map(({ name }) => name));
  return tasks.map((task) => ({ ...task, linkedTasks: (task.linkedTasks ?? []).filter((link) => names.has(link)) }));
}

function startersOf(to: string, triggers: Triggers): Starter[] {
  const { repositories = [], schedules = [], pipelines = [] } = triggers;
  const of = (kind: keyof Triggers, list: readonly Starter["trigger"][]): Starter[] =>
    list.map((trigger) => ({ kind, trigger, to }));
  return [...of("repositories", repositories), ...of("schedules", schedules), ...of("pipelines", pipelines)];
}

const idOf = (trigger: Starter["trigger"]): string => ("id" in trigger ? String(trigger.id) : "");

/** What each kind of trigger is for people. */
const descriptions: { readonly [Key in keyof Required<Triggers>]: (trigger: never) => string } = {
  repositories: ({ name, branch }: RepositoryTrigger) => `push to ${name}, branch ${branch}`,
  schedules: ({ days, time, timeZone, onlyWithChange }: ScheduleTrigger) =>
    `${days.join(" ")} ${time} ${ianaName(timeZone)}${onlyWithChange === true ? ", if something changed" : ""}`,
  pipelines: ({ id }: PipelineTrigger) => `after pipeline ${id}`,
};

/**
 * A trigger in a few words.
 *
 * @example describeTrigger("repositories", { name: "shop-api", branch: "main" }) // "push to shop-api, branch main"
 */
export function describeTrigger<Key extends keyof Triggers>(
  kind: Key,
  trigger: NonNullable<Triggers[Key]>[number],
): string {
  return (descriptions[kind] as (trigger: NonNullable<Triggers[Key]>[number]) => string)(trigger);
}
