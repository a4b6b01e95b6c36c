import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type { PipelineInputs } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { findByName } from "../../provider/core/validation/find-by-name.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import type { Account } from "../account/connect-account.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import type { NamesOfAccount } from "./names-of-account.ts";
import { resourceNames } from "./resource-names.ts";
import { withoutFollowedBranches } from "./to-data.ts";

/** A pipeline of the account, and what an export calls it. */
export interface ExportedPipeline {
  /** Name of its resource and of its file. */
  readonly resource: string;
  readonly project: ProjectResult;
  /** In program shape and canonical order. */
  readonly inputs: PipelineInputs;
}

/**
 * Reads pipelines by name, or all of them, sorted by the names of their resources: one list and one call for each.
 *
 * @throws LookupError with the nearest names for a name that does not exist, or that two pipelines share
 */
export async function readPipelines(
  wanted: readonly string[] | "all",
  { client, lists }: Account,
  names: NamesOfAccount,
): Promise<ExportedPipeline[]> {
  const all = await lists.pipelines.all();
  const chosen = wanted === "all" ? all : [...new Set(wanted)].map((name) => findByName(all, name, "pipeline"));
  const resources = resourceNames(all);
  const read = chosen.map(async ({ id }) => {
    const project = await client.getProject({ projectId: id });
    const inputs = await withoutFollowedBranches(fromProject(project, {}), names);
    return { resource: resources.get(id) ?? project.name, project, inputs: inCanonicalOrder(inputs) };
  });
  return (await Promise.all(read)).sort((one, other) => (one.resource < other.resource ? -1 : 1));
}
