import type { Client } from "../client/index.ts";

/** A pipeline as the list shows it. */
export interface NamedPipeline {
  id: number;
  name: string;
}

/** The pipelines that exist, read once per process and kept up with what this process does itself. */
export interface PipelineNames {
  /** The list as it was read, amended by our own creates and deletes. */
  all(): Promise<readonly NamedPipeline[]>;
  /** The list as the service has it now; from then on this is the known one. */
  readAnew(): Promise<readonly NamedPipeline[]>;
  created(pipeline: NamedPipeline): void;
  deleted(id: number): void;
}

export function createPipelineNames(client: Pick<Client, "getProjects">): PipelineNames {
  let list: Promise<NamedPipeline[]> | undefined;

  function read(): Promise<NamedPipeline[]> {
    const reading = client.getProjects({}).then(({ projectList }) => projectList);
    list = reading;
    reading.catch(() => {
      if (list === reading) list = undefined;
    });
    return reading;
  }

  // A list that is still on its way is amended when it is there: it may or may not show the change already.
  function amend(change: (pipelines: NamedPipeline[]) => NamedPipeline[]): void {
    if (list) list = list.then(change);
    list?.catch(() => undefined);
  }

  return {
    all: () => list ?? read(),
    readAnew: read,
    created: (pipeline) => {
      amend((pipelines) => [...pipelines.filter(({ id }) => id !== pipeline.id), pipeline]);
    },
    deleted: (id) => {
      amend((pipelines) => pipelines.filter((pipeline) => pipeline.id !== id));
    },
  };
}
