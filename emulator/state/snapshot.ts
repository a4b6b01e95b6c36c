import type { Seed, SeedPermission, SeedPipeline } from "./seed.ts";
import type { Pipeline, State } from "./state.ts";

/**
 * A state in the form of a seed, complete: a state made of it is the same.
 *
 * @param time of the emulator's clock, milliseconds since the epoch.
 */
export const snapshot = (state: State, time: number): Seed => ({
  repositories: state.repositories.values(),
  buildProjects: state.buildProjects.values(),
  deployProjects: state.deployProjects.values(),
  pipelines: [...state.pipelines.values()].map(seedPipeline),
  runs: [...state.runs.values()],
  ...(state.builds.size > 0 && { builds: state.builds.values() }),
  ...(state.deployments.size > 0 && { deployments: state.deployments.values() }),
  ...(state.givenEnvironment !== undefined && { environment: state.givenEnvironment }),
  ...(state.permissions.length > 0 && { permissions: state.permissions }),
  counters: state.counters,
  time: new Date(time).toISOString(),
});

/** A pipeline in the form of a seed. */
export const seedPipeline = ({ id, region, name, description, tasks, trigger, changed }: Pipeline): SeedPipeline => ({
  id,
  name,
  description,
  tasks: tasks.map((task) => ({
    id: task.id,
    name: task.name,
    type: task.type,
    config: {
      projectId: task.projectId,
      ...(task.stageId !== undefined && { stageId: task.stageId }),
      ...(task.scenarioId !== undefined && { scenarioId: task.scenarioId }),
      ...(task.branch !== undefined && { target: { info: { branch: task.branch } } }),
    },
    linkedTasks: task.linkedTasks,
  })),
  trigger,
  ...(region !== "KR" && { region }),
  changed,
});

/** What stands for a secret key in a state that is shown. It is no secret key: nothing can be signed with it. */
export const maskedSecret = "***";

/** A state without the secret keys of its sub-accounts. */
export const maskSecrets = (seed: Seed): Seed => ({
  ...seed,
  ...(seed.permissions && {
    permissions: seed.permissions.map((permission) => ({ ...permission, secretKey: maskedSecret })),
  }),
});

/**
 * A state in which masked secret keys are those that belong to their access keys at present, so that a state that was
 * read can be edited and written back. One whose access key is not there stays masked.
 */
export const keepSecrets = (seed: Seed, present: readonly SeedPermission[]): Seed => ({
  ...seed,
  ...(seed.permissions && {
    permissions: seed.permissions.map((permission) =>
      permission.secretKey === maskedSecret
        ? { ...permission, secretKey: secretOf(permission.accessKey, present) ?? maskedSecret }
        : permission,
    ),
  }),
});

const secretOf = (wanted: string, present: readonly SeedPermission[]): string | undefined =>
  present.find(({ accessKey }) => accessKey === wanted)?.secretKey;
