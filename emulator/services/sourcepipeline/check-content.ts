import type {
  ChangeProjectBody,
  TaskRequest,
} from "../../../provider/services/sourcepipeline/api/schemas/pipeline-request.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { Pipeline, State } from "../../state/state.ts";
import { findScenario } from "../find-target.ts";
import { timeZones } from "./time-zones.ts";

/**
 * Refuses what the schemas cannot check: tasks that can never run, unknown zones, and things that do not exist (reference
 * section 8, rows 12 and 13). What an edit leaves as it was is not looked up again, so that a pipeline whose build
 * project is gone can still be edited.
 */
export function checkContent(
  body: ChangeProjectBody,
  before: Pipeline | undefined,
  { state, settings }: Service,
): void {
  const problems = [
    ...duplicateTasks(body.tasks),
    ...(settings.impossible === "refused" ? [...graphProblems(body.tasks), ...zoneProblems(body)] : []),
    ...missingTargets(body.tasks, before, state),
    ...missingTriggers(body, before, state),
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
    timeZones.includes(timeZone) ? [] : [`trigger.schedule[${index}].timeZone: there is no time zone ${timeZone}.`],
  );

function missingTargets(tasks: readonly TaskRequest[], before: Pipeline | undefined, state: State): string[] {
  return tasks.flatMap((task, index) => {
    if (before?.tasks.some((old) => namesSame(old, task.config)) === true || exists[task.type](task, state)) return [];
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

const exists: Readonly<Record<TaskRequest["type"], (task: TaskRequest, state: State) => boolean>> = {
  SourceBuild: ({ config }, state) => state.buildProjects.has(config.projectId),
  SourceDeploy: ({ config }, state) => {
    const project = state.deployProjects.get(config.projectId);
    return findScenario(project, config as Reference) !== undefined;
  },
};

function missingTriggers({ trigger }: ChangeProjectBody, before: Pipeline | undefined, state: State): string[] {
  const repositories = (trigger?.repository ?? []).flatMap(({ name }, index) => {
    const isKept = before?.trigger.repository.some((old) => old.name === name) ?? false;
    if (isKept || state.repositories.named(name) !== undefined) return [];
    return [`trigger.repository[${index}].name: there is no repository ${name}.`];
  });
  const pipelines = (trigger?.sourcepipeline ?? []).flatMap(({ id }, index) => {
    const isKept = before?.trigger.sourcepipeline.some((old) => old.id === id) ?? false;
    if (isKept || state.pipelines.has(id)) return [];
    return [`trigger.sourcepipeline[${index}].id: there is no pipeline ${id}.`];
  });
  return [...repositories, ...pipelines];
}

/** A task as far as the graph goes. */
interface GraphTask {
  readonly name: string;
  readonly linkedTasks?: readonly string[] | null | undefined;
}

/** One message for each link to a task that is not there, or one for the tasks that wait for each other. */
function graphProblems(tasks: readonly GraphTask[]): string[] {
  const names = new Set(tasks.map(({ name }) => name));
  const unknown = tasks.flatMap(({ linkedTasks }, index) =>
    (linkedTasks ?? []).flatMap((link, position) =>
      names.has(link) ? [] : [`tasks[${index}].linkedTasks[${position}]: there is no task ${link}.`],
    ),
  );
  if (unknown.length > 0) return unknown;

  const stuck = withoutStart(tasks);
  return stuck.length === 0 ? [] : [`tasks: ${stuck.map(({ name }) => name).join(", ")} can never start.`];
}

/** What is left when the tasks that can run are taken away again and again. */
function withoutStart(tasks: readonly GraphTask[]): readonly GraphTask[] {
  const left = new Set(tasks.map(({ name }) => name));
  const waiting = tasks.filter(({ linkedTasks }) => (linkedTasks ?? []).some((link) => left.has(link)));
  return waiting.length === tasks.length ? tasks : withoutStart(waiting);
}
