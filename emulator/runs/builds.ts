import type { Service } from "../service.ts";
import type { Build, StartedBy } from "../state/executions.ts";
import { nextId, type BuildProject } from "../state/state.ts";

/** How a build is started. */
interface BuildStart {
  /** Who starts it. */
  readonly user: string;
  /** How it ends, and after how long. */
  readonly outcome: { readonly status: "success" | "fail"; readonly durationMs: number };
  /** The task that starts it, with the id that its run knows the build by: then the run sees to the end. */
  readonly task?: { readonly startedBy: StartedBy; readonly id: number };
}

/** Starts a build of a project. It ends by itself: as it was told, or when its project's time is up. */
export function startBuild(service: Service, project: BuildProject, { user, outcome, task }: BuildStart): Build {
  const { state, clock, settings } = service;
  const begin = clock.now();
  const limit = (project.env?.timeout ?? settings.defaultBuildTimeout) * 60_000;
  const isLate = outcome.durationMs > limit;
  const failedPhase = isLate ? "timeout" : outcome.status === "fail" ? "build" : null;
  const time = begin + (isLate ? limit : outcome.durationMs);
  const keepsArtifact = project.artifact?.use === true && failedPhase === null;
  const id = task?.id ?? nextId(state.counters, "result");
  const build: Build = {
    id,
    buildId: buildIdOf(id),
    projectId: project.id,
    begin,
    end: null,
    userId: user,
    status: "prepare",
    failedPhase: null,
    ...(keepsArtifact && { uploadAt: Math.max(begin + 1, time - settings.uploadMs) }),
    ...(task
      ? { startedBy: task.startedBy }
      : { due: { time, status: failedPhase === null ? "success" : "fail", failedPhase } }),
  };
  state.builds.set(build);
  service.changed();
  awaitBuild(service, build);
  return build;
}

/** Ends a build; one that has ended stays as it is. */
export function endBuild(service: Service, id: number, status: Build["status"], failedPhase: string | null): void {
  const build = service.state.builds.get(id);
  if (build?.end !== null) return;
  service.clock.cancel(timerKey(build));
  const { due: _, ...rest } = build;
  service.state.builds.set({ ...rest, status, failedPhase, end: service.clock.now() });
  service.changed();
}

/** Cancels a build that goes on, and the task that started it. */
export function cancelBuild(service: Service, { id, startedBy }: Build): void {
  endBuild(service, id, "canceled", "canceling");
  if (startedBy) service.taskEnded(startedBy, "canceled");
}

/** Sets the timers of all builds that go on, after a start or a change of the state. */
export function resumeBuilds(service: Service): void {
  for (const build of service.state.builds.values()) awaitBuild(service, build);
}

function awaitBuild(service: Service, build: Build): void {
  const { due, id } = build;
  if (due === undefined) return;
  service.clock.at(timerKey(build), due.time, () => {
    endBuild(service, id, due.status, due.failedPhase);
  });
}

const timerKey = ({ id }: Build): string => `build ${id}`;

/** A UUID that ends with the number by which runs call the build. */
const buildIdOf = (id: number): string => `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`;
