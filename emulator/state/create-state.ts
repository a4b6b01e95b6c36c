import { createEntityTable } from "./entity-table.ts";
import { environmentOf } from "./environment.ts";
import type { Build, Deployment } from "./executions.ts";
import { createHistoryTable } from "./history-table.ts";
import { createPipelineTable } from "./pipeline-table.ts";
import { createRunTable, defaultKeptRuns } from "./run-table.ts";
import type { Seed, SeedPipeline, SeedScenario } from "./seed.ts";
import {
  type BuildProject,
  type ChangedKind,
  type CounterName,
  type Counters,
  type DeployProject,
  nextId,
  type NoteChange,
  type Pipeline,
  type Repository,
  type Scenario,
  type State,
} from "./state.ts";

/** Where the ids of each kind begin: as many digits as real ones have (reference section 2). */
const firstCounters: Counters = {
  repository: 104200,
  buildProject: 20600,
  deployProject: 12900,
  stage: 14100,
  scenario: 21000,
  pipeline: 3100,
  task: 41000,
  run: 54000,
  result: 86000,
};

export interface StateOptions {
  /** How many runs of each pipeline are kept. */
  readonly keepRuns?: number | undefined;
  /** Gets what changes; nothing listens unless given. */
  readonly note?: NoteChange | undefined;
}

/**
 * The state that a seed describes.
 *
 * @param used the counters of the state before, so that its ids are not given again.
 */
export function createState(given: Seed, used: Counters = firstCounters, options: StateOptions = {}): State {
  const { keepRuns = defaultKeptRuns, note = () => undefined } = options;
  const seed = structuredClone(given);
  const counters = raiseCounters(used, seed);
  const id = (kind: CounterName, fixed: number | undefined): number => fixed ?? nextId(counters, kind);

  const repositories = (seed.repositories ?? []).map((repository) => ({
    ...repository,
    id: id("repository", repository.id),
    branches: repository.branches ?? [],
  }));
  const buildProjects = (seed.buildProjects ?? []).map((project) => ({
    ...project,
    id: id("buildProject", project.id),
    source: { ...project.source, type: project.source.type ?? "SourceCommit" },
  }));
  const deployProjects = (seed.deployProjects ?? []).map((project) => ({
    id: id("deployProject", project.id),
    name: project.name,
    stages: (project.stages ?? []).map((stage) => ({
      ...stage,
      id: id("stage", stage.id),
      scenarios: (stage.scenarios ?? []).map((scenario) => createScenario(scenario, id("scenario", scenario.id))),
    })),
  }));
  const noteOf = (kind: ChangedKind) => (changed: number) => {
    note(kind, changed);
  };
  return {
    counters,
    repositories: createEntityTable<Repository>(repositories, noteOf("repositories")),
    buildProjects: createEntityTable<BuildProject>(buildProjects, noteOf("buildProjects")),
    deployProjects: createEntityTable<DeployProject>(deployProjects, noteOf("deployProjects")),
    pipelines: createPipelineTable(
      (seed.pipelines ?? []).map((pipeline) => createPipeline(pipeline, id)),
      noteOf("pipelines"),
    ),
    runs: createRunTable(seed.runs ?? [], keepRuns, noteOf("runs")),
    builds: createHistoryTable<Build>(seed.builds ?? [], keepRuns, ({ end }) => end !== null, noteOf("builds")),
    deployments: createHistoryTable<Deployment>(
      seed.deployments ?? [],
      keepRuns,
      ({ endTime }) => endTime !== null,
      noteOf("deployments"),
    ),
    environment: environmentOf(seed.environment),
    givenEnvironment: seed.environment,
    permissions: seed.permissions ?? [],
  };
}

const createScenario = ({ source, ...scenario }: SeedScenario, id: number): Scenario => ({
  ...scenario,
  id,
  source: { type: source?.type ?? "SourceBuild", target: source?.target ?? {} },
});

function createPipeline(
  pipeline: SeedPipeline,
  id: (kind: CounterName, given: number | undefined) => number,
): Pipeline {
  const { trigger } = pipeline;
  return {
    id: id("pipeline", pipeline.id),
    region: pipeline.region ?? "KR",
    name: pipeline.name,
    description: pipeline.description ?? "",
    tasks: pipeline.tasks.map(({ config, ...task }) => ({
      id: id("task", task.id),
      name: task.name,
      type: task.type as "SourceBuild" | "SourceDeploy",
      projectId: config.projectId,
      stageId: config.stageId,
      scenarioId: config.scenarioId,
      branch: config.target?.info?.branch ?? undefined,
      linkedTasks: task.linkedTasks ?? [],
    })),
    trigger: {
      repository: trigger?.repository ?? [],
      schedule: trigger?.schedule ?? [],
      sourcepipeline: (trigger?.sourcepipeline ?? []).map((other) => ({ id: other.id })),
    },
    changed: pipeline.changed ?? true,
  };
}

/** The counters, none below an id that the seed uses. */
function raiseCounters(used: Counters, seed: Seed): Counters {
  const stages = (seed.deployProjects ?? []).flatMap(({ stages = [] }) => stages);
  const ids: Partial<Record<CounterName, readonly { id?: number | undefined }[] | undefined>> = {
    repository: seed.repositories,
    buildProject: seed.buildProjects,
    deployProject: seed.deployProjects,
    stage: stages,
    scenario: stages.flatMap(({ scenarios = [] }) => scenarios),
    pipeline: seed.pipelines,
    task: [...(seed.pipelines ?? []), ...(seed.runs ?? [])].flatMap(({ tasks }) => tasks as { id?: number }[]),
    run: seed.runs,
    result: [...(seed.builds ?? []), ...(seed.deployments ?? [])],
  };
  const raised = Object.entries(used).map(([name, value]) => {
    const kind = name as CounterName;
    const given = (ids[kind] ?? []).map((item) => item.id ?? 0);
    return [kind, given.reduce((highest, id) => Math.max(highest, id), Math.max(value, seed.counters?.[kind] ?? 0))];
  });
  return Object.fromEntries(raised) as Counters;
}
