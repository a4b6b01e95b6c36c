import { commandLine } from "../../provider/core/command-line.ts";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { CheckedPipeline } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import type { PipelineInputs, Task } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import type { PipelineData } from "../../sdk/files/pipeline-data.ts";
import type { Account } from "../account/connect-account.ts";
import { dataText, ownWords } from "../export/data-text.ts";
import { toPipelineData, withoutFollowedBranches } from "../export/pipeline-data.ts";
import type { RefreshStep } from "../pulumi/refresh-preview.ts";
import { dataFile } from "./data-folder.ts";
import { managedPipelineOf, type PipelineState } from "../pulumi/stack-pipeline.ts";
import type { DriftedPipeline } from "./drift-report.ts";
import { editDataText } from "./edit-data-text.ts";
import { withoutStarters } from "./without-starters.ts";

/** What accepting takes from its surroundings. */
export interface AcceptPorts {
  readonly account: Account;
  /** Path of the folder with the data files, from where the patch is applied. */
  readonly folder: string;
  /** The text of a file; undefined when there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The names of the files in a folder. */
  readonly list: (path: string) => Promise<string[]>;
}

/**
 * The drift of a stack as a patch of its program's data files, so that the program declares what the account has. What
 * was only changed in a project that a task refers to needs no patch, because the program does not name it. A pipeline
 * that was deleted starts no other one any more.
 *
 * @throws Error in one line when a pipeline has no data file
 */
export async function acceptDrift(
  drifted: readonly DriftedPipeline[],
  steps: readonly RefreshStep[],
  ports: AcceptPorts,
): Promise<string> {
  const files = new Map<string, { before: string; after: string | undefined }>();
  for (const pipeline of drifted.filter(({ kind }) => kind !== "referenced")) {
    const path = dataFile(ports.folder, pipeline);
    const before = await ports.read(path);
    if (before === undefined) throw new Error(hasNoFile(pipeline, path));
    const data = await dataOf(pipeline, steps, ports);
    files.set(path, { before, after: data && rewritten(before, data) });
  }
  const deleted = drifted.filter(({ kind }) => kind === "deleted");
  for (const path of deleted.length === 0 ? [] : await dataFiles(ports)) {
    const before = files.get(path)?.before ?? (await ports.read(path)) ?? "";
    const after = files.has(path) ? files.get(path)?.after : before;
    files.set(path, { before, after: after === undefined ? undefined : withoutStarters(after, deleted) });
  }
  return [...files].map(([path, { before, after }]) => filePatch(path, before, after)).join("");
}

/** A file with what the account has, and what it says beside that; what is no JSON is replaced as a whole. */
function rewritten(before: string, data: PipelineData): string {
  const content = { ...ownWords(before), ...data };
  return isJson(before) ? editDataText(before, content) : dataText(content);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const dataFiles = async ({ folder, list }: AcceptPorts): Promise<string[]> =>
  (await list(folder)).filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`);

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

/** The new content of a file; undefined when it is to be deleted. */
async function dataOf(
  pipeline: DriftedPipeline,
  steps: readonly RefreshStep[],
  { account }: AcceptPorts,
): Promise<PipelineData | undefined> {
  if (pipeline.kind === "deleted") return undefined;
  if (pipeline.replacedBy !== undefined) {
    const project = await account.client.getProject({ projectId: pipeline.replacedBy });
    const inputs = await withoutFollowedBranches(fromProject(project, {}), account.lists);
    // The stack loses the old one with the next refresh, and must not make a second one of the name.
    return { ...(await toPipelineData(inputs, account.lists)), adopt: pipeline.replacedBy };
  }
  const state = steps.find(({ urn }) => urn === pipeline.urn)?.newState;
  const inputs = writableInputs(pipeline, state && managedPipelineOf(state)?.inputs);
  const { adopt } = inputs;
  return {
    ...(await toPipelineData(ownInputs(inputs, pipeline), account.lists)),
    ...(adopt === undefined ? {} : { adopt }),
  };
}

/**
 * The inputs of a pipeline as a file can hold them.
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
    if (!("branch" in task) || !followed.has(`tasks["${task.name}"].branch`)) return task;
    const { branch: _, ...rest } = task;
    return rest;
  };
  return { ...inputs, tasks: inputs.tasks.map(own) };
}

const hasNoFile = ({ name }: DriftedPipeline, path: string): string =>
  `Pipeline "${name}" has no file ${path}: --accept patches programs that keep each pipeline in a file, as ` +
  `"${commandLine("export")}" writes them. Name their folder with --data, or change the program by hand.`;
