import type { Pipeline, PipelineReads } from "./state.ts";

/** A change of a pipeline that reads may not show yet (reference section 8, row 11). */
export interface RecentChange {
  readonly id: number;
  /** What reads show until then; undefined for a pipeline that is new. */
  readonly before: Pipeline | undefined;
  readonly at: Moment;
}

/** A run that reads may not show yet. */
export interface RecentRun {
  readonly id: number;
  readonly at: Moment;
}

/** One moment on both clocks, milliseconds since the epoch. */
export interface Moment {
  readonly emulated: number;
  readonly wall: number;
}

/** The changes that are still hidden: the delay has passed on neither clock. */
export const hiddenChanges = <Change extends { readonly at: Moment }>(
  changes: readonly Change[],
  now: Moment,
  delay: number,
): Change[] => changes.filter(({ at }) => now.emulated - at.emulated < delay && now.wall - at.wall < delay);

/**
 * What reads show: the pipelines as they were before the oldest change that is still hidden.
 *
 * @param hidden oldest first.
 */
export function visiblePipelines(pipelines: PipelineReads, hidden: readonly RecentChange[]): PipelineReads {
  if (hidden.length === 0) return pipelines;
  const visible = new Map([...pipelines.values()].map((pipeline) => [pipeline.id, pipeline]));
  for (const [id, before] of visibleVersions(hidden)) {
    if (before === undefined) visible.delete(id);
    else visible.set(id, before);
  }
  return visible;
}

/** One of them, without looking at the others. */
export function visiblePipeline(
  pipelines: PipelineReads,
  hidden: readonly RecentChange[],
  id: number,
): Pipeline | undefined {
  const first = hidden.find((change) => change.id === id);
  return first === undefined ? pipelines.get(id) : first.before;
}

/** What reads show of the pipelines with hidden changes; undefined for those that are new. */
export const visibleVersions = (hidden: readonly RecentChange[]): ReadonlyMap<number, Pipeline | undefined> =>
  new Map(hidden.toReversed().map(({ id, before }) => [id, before]));
