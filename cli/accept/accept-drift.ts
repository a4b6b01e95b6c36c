import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { CheckedPipeline } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import type { PipelineInputs, Task } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import type { Account } from "../account/connect-account.ts";
import type { DriftedPipeline } from "../drift/drift-report.ts";
import { type NamesOfAccount, namesOfAccount } from "../export/names-of-account.ts";
import type { PipelineData } from "../../sdk/files/pipeline-data.ts";
import { dataText, ownWords } from "../export/data-text.ts";
import { toData, withoutFollowedBranches } from "../export/to-data.ts";
import type { PipelineState } from "../pulumi/read-pipeline-state.ts";
import type { RefreshStep } from "../pulumi/refresh-preview.ts";
import { managedPipelineOf, partsOfUrn } from "../pulumi/resource-state.ts";

/** What accepting takes from its surroundings. */
export interface AcceptPorts {
  readonly account: Account;
  /** Path of the folder with the data files, from where the patch is applied. */
  readonly folder: string;
  /** The text of a file; undefined when there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
}

/**
 * The drift of a stack as a patch of its program's data files, so that the program says what the account has. What was
 * only changed in a project that a task refers to needs no patch, because the program does not name it.
 *
 * @throws Error in one line when a pipeline has no data file
 */
export async function acceptDrift(
  drifted: readonly DriftedPipeline[],
  steps: readonly RefreshStep[],
  ports: AcceptPorts,
): Promise<string> {
  const names = namesOfAccount(ports.account);
  const patches: string[] = [];
  for (const pipeline of drifted.filter(({ kind }) => kind !== "referenced")) {
    const path = `${ports.folder}/${partsOfUrn(pipeline.urn).resource}.json`;
    const before = await ports.read(path);
    if (before === undefined) throw new Error(hasNoFile(pipeline, path));
    const data = await dataOf(pipeline, steps, ports, names);
    patches.push(filePatch(path, before, data && dataText({ ...data, ...ownWords(before) })));
  }
  return patches.join("");
}

/**
 * A change of one file as a patch that `git apply` takes, in the folder that the path starts from; empty when nothing
 * changes.
 *
 * @param before undefined for a file that is to be made
 * @param after undefined for a file that is to be deleted
 * @example filePatch("a.txt", "old\n", "new\n") // "--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-old\n+new\n"
 */
export function filePatch(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return "";
  const [from, to] = [before === undefined ? missing : `a/${path}`, after === undefined ? missing : `b/${path}`];
  return createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** The other side of a file that is made or deleted. */
const missing = "/dev/null";

/** What the file is to say; undefined when it is to go. */
async function dataOf(
  pipeline: DriftedPipeline,
  steps: readonly RefreshStep[],
  { account }: AcceptPorts,
  names: NamesOfAccount,
): Promise<PipelineData | undefined> {
  if (pipeline.kind === "deleted") return undefined;
  if (pipeline.replacedBy !== undefined) {
    const project = await account.client.getProject({ projectId: pipeline.replacedBy });
    const inputs = await withoutFollowedBranches(fromProject(project, {}), names);
    // The stack loses the old one with the next refresh, and must not make a second one of the name.
    return { ...(await toData(inputs, names)), adopt: pipeline.replacedBy };
  }
  const state = steps.find(({ urn }) => urn === pipeline.urn)?.newState;
  const inputs = writableInputs(pipeline, state && managedPipelineOf(state)?.inputs);
  const { adopt } = inputs;
  return { ...(await toData(ownInputs(inputs, pipeline), names)), ...(adopt === undefined ? {} : { adopt }) };
}

/**
 * What a file can say of a pipeline's inputs.
 *
 * @throws Error in one line when a part of them is a secret, or has another form than ours
 */
function writableInputs({ name }: DriftedPipeline, state?: PipelineState): CheckedPipeline {
  const { values, raw } = state ?? { values: {}, raw: {} };
  const hidden = ["name", "description", "tasks", "triggers"].filter(
    (key) => raw[key] !== undefined && !Object.hasOwn(values, key),
  );
  if (hidden.length === 0 && values.tasks !== undefined) return values as CheckedPipeline;
  throw new Error(
    `Pipeline "${name}" cannot be written into a file: ${hidden.join(" and ") || "tasks"} cannot be read in the stack, ` +
      `as of a secret. Change the program by hand.`,
  );
}

/** Without the branches that tasks only follow. */
function ownInputs(inputs: PipelineInputs, { changes }: DriftedPipeline): PipelineInputs {
  const followed = new Set(changes.filter(({ origin }) => origin === "project").map(({ property }) => property));
  const own = (task: Task): Task => {
    if (task.type !== "SourceBuild" || !followed.has(`tasks["${task.name}"].branch`)) return task;
    const { branch: _, ...rest } = task;
    return rest;
  };
  return { ...inputs, tasks: inputs.tasks.map(own) };
}

const hasNoFile = ({ name }: DriftedPipeline, path: string): string =>
  `Pipeline "${name}" has no file ${path}: --accept patches programs that keep each pipeline in a file, as ` +
  `"sourcepipeline export" writes them. Name their folder with --data, or change the program by hand.`;
