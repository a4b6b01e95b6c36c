import type {
  Client,
  createListReader,
  Item,
  ListName,
  ListRequest,
} from "../../services/sourcepipeline/api/client.ts";
import type {
  ListItem,
  ListRequest as ReferenceList,
} from "../../services/sourcepipeline/pipeline/references/reference.ts";
import { type CachedList, createCachedList } from "../cached-list.ts";
import { createPipelineNames, type PipelineNames } from "./pipeline-names.ts";

/** Everything that is looked up by name or id. */
export interface Lists {
  readonly pipelines: PipelineNames;
  readonly timeZones: CachedList<string>;
  readonly repositories: CachedList<Item<"getRepositories">>;
  readonly buildProjects: CachedList<Item<"getBuildProjects">>;
  readonly deployProjects: CachedList<Item<"getDeployProjects">>;
  branches(repository: string): CachedList<Item<"getBranches">>;
  deployStages(projectId: number): CachedList<Item<"getDeployStages">>;
  deployScenarios(projectId: number, stageId: number): CachedList<Item<"getDeployScenarios">>;
}

/** What lists are made of. */
export interface ListPorts {
  readonly client: Client;
  readonly createListReader: typeof createListReader;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createLists({ client, createListReader: read, now }: ListPorts): Lists {
  const cached = <Name extends ListName>(name: Name, request: ListRequest<Name>): CachedList<Item<Name>> =>
    createCachedList(() => read(client, name, request), now);
  return {
    pipelines: createPipelineNames(cached("getProjects", {})),
    timeZones: cached("getTimeZones", {}),
    repositories: cached("getRepositories", {}),
    buildProjects: cached("getBuildProjects", {}),
    deployProjects: cached("getDeployProjects", {}),
    branches: byKey((repositoryName: string) => cached("getBranches", { repositoryName })),
    deployStages: byKey((projectId: number) => cached("getDeployStages", { projectId })),
    deployScenarios: byKey((projectId: number, stageId: number) =>
      cached("getDeployScenarios", { projectId, stageId }),
    ),
  };
}

/** One list for each repository, project or stage. */
function byKey<Key extends readonly (string | number)[], List>(make: (...key: Key) => List): (...key: Key) => List {
  const made = new Map<string, List>();
  return (...key) => {
    const text = JSON.stringify(key);
    const list = made.get(text) ?? make(...key);
    made.set(text, list);
    return list;
  };
}

type Selectors = {
  [Kind in ReferenceList["list"]]: (
    lists: Lists,
    request: Extract<ReferenceList, { list: Kind }>,
  ) => CachedList<ListItem> | CachedList<string>;
};

const selectors: Selectors = {
  timeZones: (lists) => lists.timeZones,
  pipelines: (lists) => lists.pipelines,
  repositories: (lists) => lists.repositories,
  branches: (lists, { repository }) => lists.branches(repository),
  buildProjects: (lists) => lists.buildProjects,
  deployProjects: (lists) => lists.deployProjects,
  deployStages: (lists, { projectId }) => lists.deployStages(projectId),
  deployScenarios: (lists, { projectId, stageId }) => lists.deployScenarios(projectId, stageId),
};

/** The list that a reference asks for. */
export function selectList(lists: Lists, request: ReferenceList): CachedList<ListItem | string> {
  const select = selectors[request.list] as (lists: Lists, request: ReferenceList) => CachedList<ListItem | string>;
  return select(lists, request);
}
