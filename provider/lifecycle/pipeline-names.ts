import type { CallOptions, Client } from "../client/index.ts";

/** A pipeline as the list shows it. */
export interface NamedPipeline {
  id: number;
  name: string;
}

/** The pipelines that exist, read once per process and kept up with what this process does itself. */
export interface PipelineNames {
  /** The list as it was read, amended by our own creates and deletes. */
  all(options?: CallOptions): Promise<readonly NamedPipeline[]>;
  /** The list as the service has it now; from then on this is the known one. */
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
  spend(id: number): void;
  isSpent(id: number): boolean;
  /** Whether this process deleted a pipeline; the service may show it for a while yet. */
  isLeaving(id: number): boolean;
  /** Holds a name while its pipeline is being created; false when another resource holds it. */
  reserve(name: string): boolean;
  release(name: string): void;
}

export function createPipelineNames(client: Pick<Client, "getProjects">): PipelineNames {
  let list: Promise<NamedPipeline[]> | undefined;
  const ours = new Set<number>();
  const claimed = new Set<number | string>();
  const spent = new Set<number>();
  const leaving = new Set<number>();
  const reserved = new Set<string>();

  function read(options?: CallOptions): Promise<NamedPipeline[]> {
    const reading = client.getProjects({}, options).then(({ projectList }) => projectList);
    list = reading;
    reading.catch(() => {
      if (list === reading) list = undefined;
    });
    return reading;
  }

  // A list that is still on its way is amended when it is there: it may or may not show the change already.
  function amend(change: (pipelines: NamedPipeline[]) => NamedPipeline[]): void {
    list = list?.then(change);
    list?.catch(() => undefined);
  }

  return {
    all: (options) => list ?? read(options),
    readAnew: read,
    created: (pipeline) => {
      ours.add(pipeline.id);
      amend((pipelines) => [...pipelines.filter(({ id }) => id !== pipeline.id), pipeline]);
    },
    deleted: (id) => {
      leaving.add(id);
      amend((pipelines) => pipelines.filter((pipeline) => pipeline.id !== id));
    },
    isOurs: (id) => ours.has(id),
    claim: (pipeline) => void claimed.add("id" in pipeline ? pipeline.id : pipeline.name),
    isClaimed: ({ id, name = "" }) => ours.has(id) || claimed.has(id) || claimed.has(name),
    spend: (id) => void spent.add(id),
    isSpent: (id) => spent.has(id),
    isLeaving: (id) => leaving.has(id),
    reserve: (name) => !reserved.has(name) && reserved.add(name).has(name),
    release: (name) => void reserved.delete(name),
  };
}
