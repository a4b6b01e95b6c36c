import { isDeepStrictEqual } from "node:util";
import type { Pipeline } from "../../../emulator/state/state.ts";
import type { Task, Triggers } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { type Program, type ProviderName, resolveReferences, type Spec } from "../programs/program.ts";

/** What the state holds of a pipeline. */
interface Held {
  readonly resource: string;
  readonly id: string;
  readonly provider: ProviderName;
  readonly isUnfinished: boolean;
}

/** What the state holds. */
export interface StateUnderTest {
  readonly pipelines: readonly Held[];
  /** Ids of what was made for pipelines, by resource. */
  readonly made: ReadonlyMap<string, number>;
}

/** The pipelines of each account, without those that are not the program's. */
export type Managed = Readonly<Record<ProviderName, readonly Pipeline[]>>;

/** Compares program, state and services, without the provider's own eyes; each finding is one sentence. */
export function findViolations(program: Program, state: StateUnderTest, managed: Managed): string[] {
  const found: string[] = [];
  for (const [resource, spec] of program.pipelines) {
    const [saved, ...others] = state.pipelines.filter((candidate) => candidate.resource === resource);
    if (saved === undefined) found.push(`lost: ${resource} is not in the state.`);
    if (others.length > 0) found.push(`doubled in the state: ${resource}.`);
    if (saved?.isUnfinished === true) found.push(`unfinished: ${resource}.`);
    const pipeline = managed[spec.provider].find(({ id }) => String(id) === saved?.id);
    if (saved !== undefined && pipeline === undefined)
      found.push(`missing in the service: ${resource}, id ${saved.id}.`);
    if (pipeline !== undefined) found.push(...differences(resource, spec, pipeline, valuesOf(program, state)));
  }
  for (const { resource } of state.pipelines) {
    if (!program.pipelines.has(resource)) found.push(`left in the state: ${resource}.`);
  }
  return [...found, ...findStrays(state, managed, "default"), ...findStrays(state, managed, "second")];
}

function findStrays(state: StateUnderTest, managed: Managed, provider: ProviderName): string[] {
  const found: string[] = [];
  const ids = state.pipelines.filter((held) => held.provider === provider).map(({ id }) => id);
  const known = new Set(ids);
  if (known.size < ids.length) found.push("two resources of the state have the same id.");
  for (const { id, name } of managed[provider]) {
    if (!known.has(String(id))) found.push(`orphan: ${name}, id ${String(id)}.`);
  }
  const names = managed[provider].map(({ name }) => name);
  for (const name of new Set(names)) {
    if (names.filter((other) => other === name).length > 1) found.push(`duplicate: ${name}.`);
  }
  return found;
}

type Values = (resource: string) => Readonly<Record<string, unknown>>;

/** What the resources of a program give to others, by the state. */
const valuesOf =
  ({ made }: Program, state: StateUnderTest): Values =>
  (resource) => ({
    id: state.pipelines.find((held) => held.resource === resource)?.id,
    projectId: state.made.get(resource),
    name: made.get(resource)?.name,
  });

function differences(resource: string, { args }: Spec, pipeline: Pipeline, values: Values): string[] {
  const { name, description = "" } = args;
  const { tasks, triggers } = resolveReferences(args, ({ from, output }) => values(from)[output]) as {
    tasks: readonly Task[];
    triggers?: Triggers;
  };
  const wanted = {
    ...(name !== undefined && { name }),
    description,
    tasks: tasks.map(taskFacts).sort(byText),
    triggers: triggerFacts(triggers),
  };
  const actual = {
    ...(name !== undefined && { name: pipeline.name }),
    description: pipeline.description,
    tasks: pipeline.tasks.map(taskFacts).sort(byText),
    triggers: triggerFacts({
      repositories: pipeline.trigger.repository,
      schedules: pipeline.trigger.schedule.map(({ day, scheduleOnlyWithChange, ...schedule }) => ({
        ...schedule,
        days: day as never,
        onlyWithChange: scheduleOnlyWithChange,
      })),
      pipelines: pipeline.trigger.sourcepipeline,
    }),
  };
  if (isDeepStrictEqual(wanted, actual)) return [];
  return [`different: ${resource} should be ${JSON.stringify(wanted)}, but is ${JSON.stringify(actual)}.`];
}

const taskFacts = (task: Task | Pipeline["tasks"][number]): string => {
  const {
    name,
    type,
    projectId,
    stageId,
    scenarioId,
    branch,
    linkedTasks = [],
  } = task as Partial<Pipeline["tasks"][number]>;
  const ids = [projectId, stageId, scenarioId].map((id) => (id === undefined ? "" : String(id)));
  return JSON.stringify([name, type, ...ids, branch ?? "", [...linkedTasks].sort()]);
};

const triggerFacts = ({ repositories = [], schedules = [], pipelines = [] }: Triggers = {}): string[] =>
  [
    ...repositories.map(({ name, branch }) => `push to ${name} ${branch}`),
    ...schedules.map(
      ({ days, time, timeZone, onlyWithChange = false }) =>
        `${[...days].sort().join()} ${time} ${timeZone.replace(/ .*/, "")} ${String(onlyWithChange)}`,
    ),
    ...pipelines.map(({ id }) => `after ${String(id)}`),
  ].sort();

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
