// For programs whose settings name an ECMAScript older than 2018.
/// <reference lib="es2018.asynciterable" preserve="true" />
import type { Client as ServiceClient } from "../../provider/services/sourcepipeline/api/client.ts";
import { createListReader } from "../../provider/services/sourcepipeline/api/client.ts";
import type { CallOptions, Client } from "./operations.ts";
import type * as results from "./results.ts";

/** The operations that return a list, with what its entries are. */
export interface ListItems {
  /** Pipelines. */
  getProjects: results.IdentifiedResult;
  /** Runs of a pipeline. */
  getProjectHistories: results.HistoryEntryResult;
  /** Time zones of schedules. */
  getTimeZones: string;
  /** SourceCommit repositories. */
  getRepositories: { name: string };
  /** Branches of a SourceCommit repository. */
  getBranches: { name: string };
  /** SourceBuild projects. */
  getBuildProjects: results.BuildProjectResult;
  /** SourceDeploy projects. */
  getDeployProjects: results.IdentifiedResult;
  /** Stages of a SourceDeploy project. */
  getDeployStages: results.IdentifiedResult;
  /** Scenarios of a SourceDeploy stage. */
  getDeployScenarios: results.DeployScenarioResult;
}

/** The name of an operation that returns a list. */
export type ListName = keyof ListItems;

/** An entry of a list. */
export type ItemOf<Name extends ListName> = ListItems[Name];

/** The request of a list, without its page. */
export type ListRequest<Name extends ListName> = Omit<Parameters<Client[Name]>[0], "pageNo" | "pageSize">;

/**
 * All entries of a list, each once, also where the service ends its answer early and further pages have to be asked for.
 *
 * @param options the deadline is one of each page
 * @throws ServiceError
 * @example const projects = await listAll(client, "getBuildProjects", { search: "shop" });
 */
export async function listAll<Name extends ListName>(
  client: Pick<Client, Name>,
  name: Name,
  request: ListRequest<Name>,
  options?: CallOptions,
): Promise<ItemOf<Name>[]> {
  const all: ItemOf<Name>[] = [];
  for await (const page of pagesOf(client, name, request, options)) all.push(...page);
  return all;
}

/**
 * The pages of a list, one call each, asked for when they are wanted: who leaves the loop asks for no more. An entry that
 * moved to another page meanwhile comes once, and an empty page not at all.
 *
 * @param options the deadline is one of each page
 * @throws ServiceError
 * @example
 * for await (const page of pagesOf(client, "getProjectHistories", { projectId })) {
 *   if (page.some(({ status }) => status === "failed")) break;
 * }
 */
export async function* pagesOf<Name extends ListName>(
  client: Pick<Client, Name>,
  name: Name,
  request: ListRequest<Name>,
  options?: CallOptions,
): AsyncIterable<ItemOf<Name>[]> {
  const reader = createListReader(client as Pick<Client, Name> & ServiceClient, name, request as never);
  let given = 0;
  while (!reader.isComplete()) {
    await reader.readPage(options);
    const page = reader.entries().slice(given) as ItemOf<Name>[];
    given += page.length;
    if (page.length > 0) yield page;
  }
}
