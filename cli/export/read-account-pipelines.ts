import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type { PipelineInputs } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import { readPipelines } from "../account/account-pipelines.ts";
import type { Account } from "../account/connect-account.ts";
import { inCanonicalOrder, withoutFollowedBranches } from "./pipeline-data.ts";

/** A pipeline of the account, and what an export calls it. */
export interface ExportedPipeline {
  /** Name of its resource and of its file. */
  readonly resource: string;
  readonly project: ProjectResult;
  /** In program shape and canonical order. */
  readonly inputs: PipelineInputs;
}

/**
 * Reads pipelines by name, or all where none is named, sorted by the names of their resources.
 *
 * @throws LookupError as readPipelines does
 */
export async function readAccountPipelines(wanted: readonly string[], account: Account): Promise<ExportedPipeline[]> {
  const projects = await readPipelines(account, wanted);
  const resources = resourceNames(await account.lists.pipelines.all());
  const exported = projects.map(async (project) => {
    const inputs = await withoutFollowedBranches(fromProject(project, {}), account.lists);
    return { resource: resources.get(project.id) ?? project.name, project, inputs: inCanonicalOrder(inputs) };
  });
  return (await Promise.all(exported)).sort((one, other) => (one.resource < other.resource ? -1 : 1));
}

/** A pipeline as the list shows it. */
interface NamedPipeline {
  readonly id: number;
  readonly name: string;
}

/**
 * A name for the resource and the file of each pipeline, by id: the pipeline's own, with the id behind it where it is no
 * name of a file everywhere, or two are the same on a file system that ignores case. No two are the same.
 */
export function resourceNames(pipelines: readonly NamedPipeline[]): Map<number, string> {
  const plain = (name: string): string => name.toLowerCase();
  const isAlone = ({ name }: NamedPipeline): boolean =>
    safe(name) === name &&
    !reserved.test(name) &&
    pipelines.filter((other) => plain(other.name) === plain(name)).length === 1;

  const names = new Map(pipelines.filter(isAlone).map(({ id, name }) => [id, name]));
  const taken = new Set([...names.values()].map(plain));
  const others = pipelines.filter(({ id }) => !names.has(id)).sort((one, other) => one.id - other.id);
  for (const { id, name } of others) {
    let unique = `${safe(name)}-${id}`;
    // Another pipeline may be called like this one with its id.
    while (taken.has(plain(unique))) unique = `${unique}-${id}`;
    taken.add(plain(unique));
    names.set(id, unique);
  }
  return names;
}

/** Names of devices, which Windows takes for no file. */
const reserved = /^(con|prn|aux|nul|(com|lpt)[0-9])$/i;

/** Letters, digits and signs that every file system takes, and that no command takes for an option. */
const safe = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+/, "") || "pipeline";
