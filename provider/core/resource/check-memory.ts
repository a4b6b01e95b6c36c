import type { CallOptions } from "../http/index.ts";
import type { Client } from "../../services/sourcepipeline/api/client.ts";
import { createZoneOffsets, type ZoneOffsets } from "../validation/schedule/zone-offsets.ts";
import type {
  DeclaredPipeline,
  ExistingPipeline,
} from "../../services/sourcepipeline/pipeline/triggers/gather-starters.ts";

/** A pipeline of the program, with the resource that declares it. */
interface CheckedPipeline extends DeclaredPipeline {
  urn: string | undefined;
}

/** What the checks of all pipelines of a process share. */
export interface CheckMemory {
  readonly offsets: ZoneOffsets;
  /** Lists that could not be read: each is asked for once, however many pipelines need it. */
  readonly failures: Map<object, Error>;
  /** A pipeline that exists; asked for once. */
  pipeline(id: number, options?: CallOptions): Promise<ExistingPipeline>;
  /** The pipelines checked so far, by name: what the program says of them counts, not what the service still says. */
  readonly declared: Map<string, CheckedPipeline>;
  /** Which resource of the stack holds a pipeline name in the state, as far as that has been told. */
  readonly holders: Map<string, string>;
  /** Whether a message has not been shown yet; it counts as shown then. */
  isNew(message: string): boolean;
}

export function createCheckMemory(client: Pick<Client, "getProject">): CheckMemory {
  const pipelines = new Map<number, Promise<ExistingPipeline>>();
  const shown = new Set<string>();
  return {
    offsets: createZoneOffsets(),
    failures: new Map(),
    pipeline: (projectId, options) => {
      const asked = pipelines.get(projectId) ?? readPipeline(client, projectId, options);
      pipelines.set(projectId, asked);
      asked.catch(() => pipelines.delete(projectId));
      return asked;
    },
    declared: new Map(),
    holders: new Map(),
    isNew: (message) => !shown.has(message) && shown.add(message).has(message),
  };
}

async function readPipeline(
  client: Pick<Client, "getProject">,
  projectId: number,
  options: CallOptions | undefined,
): Promise<ExistingPipeline> {
  const { name, trigger } = await client.getProject({ projectId }, options);
  return { name, startedBy: trigger.sourcepipeline.map(({ id }) => id) };
}
