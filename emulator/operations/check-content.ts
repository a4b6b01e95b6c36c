import type { ChangeProjectBody, TaskRequest } from "../../provider/services/sourcepipeline/api/index.ts";
import { findScenario } from "../answers/resolve-target.ts";
import { sentences } from "../answers/sentences.ts";
import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import { timeZones } from "../world/time-zones.ts";
import type { Pipeline, World } from "../world/world.ts";
import { graphProblems } from "./graph-problems.ts";

/**
 * Refuses what the forms cannot tell: tasks that can never run, unknown zones, and things that do not exist (reference
 * section 8, rows 12 and 13). What an edit leaves as it was is not looked up again, so that a pipeline whose build
 * project is gone can still be edited.
 */
export function checkContent(
  body: ChangeProjectBody,
  before: Pipeline | undefined,
  { world, settings }: Service,
): void {
  const problems = [
    ...duplicateTasks(body.tasks),
    ...(settings.impossible === "refused" ? [...graphProblems(body.tasks), ...zoneProblems(body)] : []),
    ...missingTargets(body.tasks, before, world),
    ...missingTriggers(body, before, world),
  ];
  if (problems.length > 0) throw new ServiceFailure("invalid", sentences(problems));
}

const duplicateTasks = (tasks: readonly TaskRequest[]): string[] =>
  tasks.flatMap(({ name }, index) =>
    tasks.findIndex((task) => task.name === name) < index
      ? [`tasks[${index}].name: another task is called ${name}, too.`]
      : [],
  );

const zoneProblems = ({ trigger }: ChangeProjectBody): string[] =>
  (trigger?.schedule ?? []).flatMap(({ timeZone }, index) =>
    timeZones.includes(timeZone) ? [] : [`trigger.schedule[${index}].timeZone: ${timeZone} is not known.`],
  );

function missingTargets(tasks: readonly TaskRequest[], before: Pipeline | undefined, world: World): string[] {
  return tasks.flatMap((task, index) => {
    if (before?.tasks.some((old) => namesSame(old, task.config)) === true || exists[task.type](task, world)) return [];
    return [`tasks[${index}].config: there is no such project, stage or scenario.`];
  });
}

interface Reference {
  projectId: number;
  stageId?: number | undefined;
  scenarioId?: number | undefined;
}

const namesSame = (left: Reference, right: Reference): boolean =>
  left.projectId === right.projectId && left.stageId === right.stageId && left.scenarioId === right.scenarioId;

const exists: Readonly<Record<TaskRequest["type"], (task: TaskRequest, world: World) => boolean>> = {
  SourceBuild: ({ config }, world) => world.references.buildProjects.has(config.projectId),
  SourceDeploy: ({ config }, world) => {
    const project = world.references.deployProjects.get(config.projectId);
    return findScenario(project, config as Reference) !== undefined;
  },
};

function missingTriggers({ trigger }: ChangeProjectBody, before: Pipeline | undefined, world: World): string[] {
  const repositories = (trigger?.repository ?? []).flatMap(({ name }, index) => {
    const known = before?.trigger.repository.some((old) => old.name === name) ?? false;
    if (known || world.references.repositories.has(name)) return [];
    return [`trigger.repository[${index}].name: there is no repository ${name}.`];
  });
  const pipelines = (trigger?.sourcepipeline ?? []).flatMap(({ id }, index) => {
    const known = before?.trigger.sourcepipeline.some((old) => old.id === id) ?? false;
    if (known || world.pipelines.has(id)) return [];
    return [`trigger.sourcepipeline[${index}].id: there is no pipeline ${id}.`];
  });
  return [...repositories, ...pipelines];
}
