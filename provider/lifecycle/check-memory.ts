import type { Client } from "../client/index.ts";
import type { ListItem, ListRequest } from "../model/references/reference.ts";
import { createZoneOffsets, type ZoneOffsets } from "../model/schedule/zone-offsets.ts";
import type { DeclaredPipeline, ExistingPipeline } from "../model/triggers/gather-starters.ts";
import type { Lists } from "./lists.ts";
import { memo } from "./memo.ts";

/** What the checks of all pipelines of a process share. */
export interface CheckMemory {
  readonly offsets: ZoneOffsets;
  /** A list of the account; asked for once, even when it cannot be read. */
  list(request: ListRequest): Promise<readonly ListItem[]>;
  /** A pipeline that exists; asked for once. */
  pipeline(id: number): Promise<ExistingPipeline>;
  /** The pipelines checked so far, by name: what the program says of them counts, not what the service still says. */
  readonly declared: Map<string, DeclaredPipeline>;
  /** Whether a message has not been shown yet; it counts as shown then. */
  isNew(message: string): boolean;
}

export function createCheckMemory(client: Pick<Client, "getProject">, lists: Lists): CheckMemory {
  const answers = new Map<string, Promise<readonly ListItem[]>>();
  const shown = new Set<string>();
  return {
    offsets: createZoneOffsets(),
    list: (request) => {
      // This one is kept up with what happens, and read anew where that matters: see checkAccount.
      if (request.list === "pipelines") return lists.pipelines.all();
      const key = JSON.stringify(request);
      const answer = answers.get(key) ?? readList(request, lists);
      answers.set(key, answer);
      return answer;
    },
    pipeline: memo(async (projectId: number) => {
      const { name, trigger } = await client.getProject({ projectId });
      return { name, startedBy: trigger.sourcepipeline.map(({ id }) => id) };
    }),
    declared: new Map(),
    isNew: (message) => !shown.has(message) && shown.add(message).has(message),
  };
}

type Readers = {
  [Kind in ListRequest["list"]]: (
    request: Extract<ListRequest, { list: Kind }>,
    lists: Lists,
  ) => Promise<readonly ListItem[]>;
};

const readers: Readers = {
  timeZones: async (_, lists) => (await lists.timeZones()).map((name) => ({ name })),
  pipelines: (_, lists) => lists.pipelines.all(),
  repositories: (_, lists) => lists.repositories(),
  branches: ({ repository }, lists) => lists.branches(repository),
  buildProjects: (_, lists) => lists.buildProjects(),
  deployProjects: (_, lists) => lists.deployProjects(),
  deployStages: ({ projectId }, lists) => lists.deployStages(projectId),
  deployScenarios: ({ projectId, stageId }, lists) => lists.deployScenarios(projectId, stageId),
};

function readList(request: ListRequest, lists: Lists): Promise<readonly ListItem[]> {
  const reader = readers[request.list] as (request: ListRequest, lists: Lists) => Promise<readonly ListItem[]>;
  return reader(request, lists);
}
