import { isDeepStrictEqual } from "node:util";
import type { Pipeline } from "../../emulator/world/world.ts";
import type { Task, Triggers } from "../../provider/model/pipeline.ts";
import type { Program, Spec } from "./program.ts";
import type { Stack } from "./stack.ts";

/**
 * Compares program, state and service, without the provider's own eyes; each finding is one sentence.
 *
 * @param managed the pipelines of the service, without those that are not the program's
 */
export function findViolations(program: Program, stack: Stack, managed: readonly Pipeline[]): string[] {
  const found: string[] = [];
  const byId = new Map(managed.map((pipeline) => [String(pipeline.id), pipeline]));

  for (const [resource, spec] of program) {
    const [saved, ...others] = stack.resources.filter((candidate) => candidate.resource === resource);
    if (saved === undefined) found.push(`lost: ${resource} is not in the state.`);
    if (others.length > 0) found.push(`doubled in the state: ${resource}.`);
    if (saved?.isUnfinished === true) found.push(`unfinished: ${resource}.`);
    const pipeline = byId.get(saved?.id ?? "");
    if (saved !== undefined && pipeline === undefined)
      found.push(`missing in the service: ${resource}, id ${saved.id}.`);
    if (pipeline !== undefined) found.push(...differences(resource, spec, pipeline));
  }

  const known = new Map(stack.resources.map(({ id, resource }) => [id, resource]));
  if (known.size < stack.resources.length) found.push("two resources of the state have the same id.");
  for (const { resource } of stack.resources) if (!program.has(resource)) found.push(`left in the state: ${resource}.`);
  for (const { id, name } of managed) if (!known.has(String(id))) found.push(`orphan: ${name}, id ${id}.`);
  const names = managed.map(({ name }) => name);
  for (const name of new Set(names)) {
    if (names.filter((other) => other === name).length > 1) found.push(`duplicate: ${name}.`);
  }
  return found;
}

function differences(resource: string, { args }: Spec, pipeline: Pipeline): string[] {
  const wanted = {
    ...(args.name !== undefined && { name: args.name }),
    description: args.description ?? "",
    tasks: args.tasks.map(taskFacts).sort(byText),
    triggers: triggerFacts(args.triggers),
  };
  const actual = {
    ...(args.name !== undefined && { name: pipeline.name }),
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
    ...pipelines.map(({ id }) => `after ${id}`),
  ].sort();

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
