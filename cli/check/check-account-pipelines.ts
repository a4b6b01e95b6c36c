import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import type { PipelineInputs } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { checkPipeline, type Facts } from "../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { checkReferences } from "../../provider/services/sourcepipeline/pipeline/references/check-references.ts";
import { gatherLists } from "../../provider/services/sourcepipeline/pipeline/references/gather-lists.ts";
import type { ListItem, ListRequest } from "../../provider/services/sourcepipeline/pipeline/references/reference.ts";
import { checkTriggerCycles } from "../../provider/services/sourcepipeline/pipeline/triggers/check-trigger-cycles.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import { selectList } from "../../provider/services/sourcepipeline/account.ts";
import { readPipelines } from "../account/account-pipelines.ts";
import type { Account } from "../account/connect-account.ts";
import type { CheckedPipeline } from "./check-report.ts";

/** An existing pipeline in program shape. */
interface Existing {
  readonly id: number;
  readonly name: string;
  readonly inputs: PipelineInputs;
}

/**
 * Checks pipelines of an account, or all of them, against all rules: each list is read once, and each pipeline once.
 *
 * @throws LookupError as readPipelines does
 */
export async function checkAccountPipelines(
  account: Account,
  wanted: readonly string[],
  facts: Facts,
): Promise<CheckedPipeline[]> {
  const existing = (await readPipelines(account, wanted)).map(existingPipeline);

  // A pipeline that was not asked for may be part of a cycle.
  const cycles = await checkTriggerCycles(existing, async (id) => {
    const { name, trigger } = await account.client.getProject({ projectId: id });
    return { name, startedBy: trigger.sourcepipeline.map((starter) => starter.id) };
  });
  const ask = async (request: ListRequest): Promise<readonly ListItem[]> => {
    const entries = await selectList(account.lists, request).all();
    return entries.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
  };
  const checked = existing.map(async ({ id, name, inputs }, index) => ({
    subject: `${name} (id ${id})`,
    problems: [
      ...checkPipeline(inputs, facts),
      ...checkReferences(inputs, await gatherLists(inputs, ask)),
      ...cycles.filter(({ pipeline }) => pipeline === index).map(({ problem }) => problem),
    ],
  }));
  return (await Promise.all(checked)).sort((one, other) => (one.subject < other.subject ? -1 : 1));
}

const existingPipeline = (project: ProjectResult): Existing => ({
  id: project.id,
  name: project.name,
  inputs: { ...fromProject(project, {}), name: project.name },
});
