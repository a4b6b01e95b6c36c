import type { CallOptions } from "../http/index.ts";
import type { CachedList } from "../cached-list.ts";

/** A pipeline as the list shows it. */
export interface NamedPipeline {
  id: number;
  name: string;
}

/** The pipelines that exist, as they were read, amended by what this process does itself. */
export interface PipelineNames extends CachedList<NamedPipeline> {
  /** The whole list as the service has it now, with what this process made; what it deleted may show for a while. */
  readAnew(options?: CallOptions): Promise<readonly NamedPipeline[]>;
  created(pipeline: NamedPipeline): void;
  deleted(id: number): void;
  /** Whether this process created a pipeline, or took it over. */
  isOurs(id: number): boolean;
  /** Notes that a resource of the program manages a pipeline that was taken over: all of an id, or of a name. */
  claim(pipeline: { id: number } | { name: string }): void;
  /** Whether a resource of the program manages a pipeline that was taken over, in this process or in an earlier one. */
  isClaimed(pipeline: { id: number; name: string | undefined }): boolean;
  /** Notes that a pipeline which was taken over is being replaced: taking it over again would undo that. */
  spend(id: number, urn: string): void;
  /** Whether a resource has taken a pipeline over and let go of it; another resource may still take it over. */
  isSpent(id: number, urn: string): boolean;
  /** Whether this process deleted a pipeline; the service may show it for a while yet. */
  isLeaving(id: number): boolean;
  /** Holds a name while its pipeline is being created; false when another resource holds it. */
  reserve(name: string): boolean;
  release(name: string): void;
}

/** @param list the pipelines as the service lists them */
export function createPipelineNames(list: CachedList<NamedPipeline>): PipelineNames {
  const ours = new Map<number, NamedPipeline>();
  const claimed = new Set<number | string>();
  const spent = new Set<string>();
  const leaving = new Set<number>();
  const reserved = new Set<string>();

  // What was read may have been read before the change, or by a service that shows changes late.
  const withOurs = (read: readonly NamedPipeline[]): readonly NamedPipeline[] => {
    const shown = new Set(read.map(({ id }) => id));
    return [...read, ...[...ours.values()].filter(({ id }) => !shown.has(id))];
  };
  const amended = (read: readonly NamedPipeline[]): readonly NamedPipeline[] =>
    withOurs(read).filter(({ id }) => !leaving.has(id));

  return {
    now: (toleranceMs) => list.now(toleranceMs),
    view: () => list.view(),
    extend: (miss, seen, options) => list.extend(miss, seen, options),
    entries: async (options, since) => amended(await list.entries(options, since)),
    all: async (options, since) => amended(await list.all(options, since)),
    readAnew: async (options) => withOurs(await list.all(options, list.now())),
    created: (pipeline) => {
      leaving.delete(pipeline.id);
      ours.set(pipeline.id, pipeline);
    },
    deleted: (id) => {
      ours.delete(id);
      leaving.add(id);
    },
    isOurs: (id) => ours.has(id),
    claim: (pipeline) => void claimed.add("id" in pipeline ? pipeline.id : pipeline.name),
    isClaimed: ({ id, name = "" }) => ours.has(id) || claimed.has(id) || claimed.has(name),
    spend: (id, urn) => void spent.add(`${String(id)} ${urn}`),
    isSpent: (id, urn) => spent.has(`${String(id)} ${urn}`),
    isLeaving: (id) => leaving.has(id),
    reserve: (name) => !reserved.has(name) && reserved.add(name).has(name),
    release: (name) => void reserved.delete(name),
  };
}
