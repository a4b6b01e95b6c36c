import { type CachedList, createCachedList } from "../../core/cached-list.ts";
import { createResourceList, type ResourceList } from "../../core/resource-list.ts";
import type { Session } from "../../core/session.ts";
import {
  type Client,
  createListReader,
  createSourcePipelineClient,
  type Item,
  type ListName,
  type ListRequest as ReaderRequest,
} from "./api/client.ts";
import type { ListItem, ListRequest } from "./pipeline/references/reference.ts";

/** SourcePipeline as a session sees it: its operations, and everything that is looked up by name or id. */
export interface SourcePipelineAccount {
  readonly client: Client;
  readonly lists: Lists;
}

/** The lists of an account; each is read once in a session. */
export interface Lists {
  readonly pipelines: ResourceList<Item<"getProjects">>;
  readonly timeZones: CachedList<string>;
  readonly repositories: CachedList<Item<"getRepositories">>;
  readonly buildProjects: CachedList<Item<"getBuildProjects">>;
  readonly deployProjects: CachedList<Item<"getDeployProjects">>;
  branches(repository: string): CachedList<Item<"getBranches">>;
  deployStages(projectId: number): CachedList<Item<"getDeployStages">>;
  deployScenarios(projectId: number, stageId: number): CachedList<Item<"getDeployScenarios">>;
}

/**
 * SourcePipeline in a session; one for all who ask.
 *
 * @example const { client, lists } = accountOf(session);
 */
export const accountOf = (session: Session): SourcePipelineAccount => session.shared(openAccount);

function openAccount(session: Session): SourcePipelineAccount {
  const client = session.shared(openClient);
  return { client, lists: createLists(client, session.now) };
}

/** Makes the client of a session; the key under which a test gives its own. */
export const openClient = ({ createClient: create }: Session): Client => create(createSourcePipelineClient);

/** @param now milliseconds since the epoch */
export function createLists(client: Client, now: () => number): Lists {
  const open =
    <Name extends ListName>(name: Name, request: ReaderRequest<Name>) =>
    () =>
      createListReader(client, name, request);
  const cached = <Name extends ListName>(name: Name, request: ReaderRequest<Name>): CachedList<Item<Name>> =>
    createCachedList(open(name, request), now);
  return {
    pipelines: createResourceList(open("getProjects", {}), now),
    timeZones: cached("getTimeZones", {}),
    repositories: cached("getRepositories", {}),
    buildProjects: cached("getBuildProjects", {}),
    deployProjects: cached("getDeployProjects", {}),
    branches: perKey((repositoryName: string) => cached("getBranches", { repositoryName })),
    deployStages: perKey((projectId: number) => cached("getDeployStages", { projectId })),
    deployScenarios: perKey((projectId: number, stageId: number) =>
      cached("getDeployScenarios", { projectId, stageId }),
    ),
  };
}

/** One list for each repository, project or stage; the ids of stages are their project's own. */
function perKey<Key extends readonly (string | number)[], List>(make: (...key: Key) => List): (...key: Key) => List {
  const made = new Map<string, List>();
  return (...key) => {
    const name = key.join("/");
    const list = made.get(name) ?? make(...key);
    made.set(name, list);
    return list;
  };
}

type Selectors = {
  [Kind in ListRequest["list"]]: (
    lists: Lists,
    request: Extract<ListRequest, { list: Kind }>,
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
export function selectList(lists: Lists, request: ListRequest): CachedList<ListItem | string> {
  const select = selectors[request.list] as (lists: Lists, request: ListRequest) => CachedList<ListItem | string>;
  return select(lists, request);
}
