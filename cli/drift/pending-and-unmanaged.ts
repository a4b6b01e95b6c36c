import { knownList, knownRecord } from "../../provider/core/validation/partial.ts";
import type { Account } from "../account/connect-account.ts";
import type { StackAccounts } from "../account/stack-accounts.ts";
import { messageOf } from "../output/text.ts";
import { stackDeployment } from "../pulumi/read-stack.ts";
import { type Project, runPulumiJson } from "../pulumi/run-pulumi.ts";
import { isManaged, managedPipelinesOf, type StackPipeline } from "../pulumi/stack-pipeline.ts";
import type { DriftReport, UnmanagedPipeline } from "./drift-report.ts";
import { findPendingCreates, isLeftBehind } from "./pending-creates.ts";

/**
 * Adds what a refresh does not show: creates that were interrupted, and on request the pipelines that no stack of
 * the backend manages. Any of either that is in the account counts as drift.
 */
export async function addPendingAndUnmanaged(
  report: DriftReport,
  project: Project,
  { accounts, unmanaged: isWanted }: { accounts: StackAccounts; unmanaged: boolean },
): Promise<DriftReport> {
  const notes: string[] = [...report.notes];
  const own = await stackDeployment(project);
  const others = isWanted ? await readOtherStacks(project) : undefined;
  notes.push(...(others?.notes ?? []));
  const managed = [...managedPipelinesOf(own), ...(others?.pipelines ?? [])];
  const ports = { managed, connect: accounts, note: (text: string) => void notes.push(text) };
  const pendingCreates = await findPendingCreates(own.pendingCreates, ports);
  const unmanaged = others && (await findUnmanaged(managed, await accounts()));
  const drift = report.drift || pendingCreates.some(isLeftBehind) || (unmanaged ?? []).length > 0;
  return { ...report, drift, pendingCreates, ...(unmanaged === undefined ? {} : { unmanaged }), notes };
}

/** The pipelines that exist in the account and are none of the managed ones, by id. */
export async function findUnmanaged(
  managed: readonly StackPipeline[],
  { lists, location }: Pick<Account, "lists" | "location">,
): Promise<UnmanagedPipeline[]> {
  const pipelines = await lists.pipelines.all();
  return pipelines
    .filter((pipeline) => !isManaged(pipeline, location, managed))
    .map(({ id, name }) => ({ name, id: String(id) }))
    .sort((one, other) => Number(one.id) - Number(other.id));
}

/** What the other stacks of a backend manage. */
export interface OtherStacks {
  readonly pipelines: readonly StackPipeline[];
  /** A line for each stack that could not be read. */
  readonly notes: readonly string[];
}

/** Reads all stacks of the backend but the project's own, whatever their projects, each once. */
export async function readOtherStacks({ cwd, stack }: Project): Promise<OtherStacks> {
  const listed = knownList(await runPulumiJson(["stack", "ls", "--all", "--json"], { cwd }));
  const pipelines: StackPipeline[] = [];
  const notes: string[] = [];
  for (const { name, current } of listed.map(knownRecord)) {
    const isOwn = stack === undefined ? current === true : name === stack;
    if (typeof name !== "string" || isOwn) continue;
    try {
      pipelines.push(...managedPipelinesOf(await stackDeployment({ cwd, stack: name })));
    } catch (error) {
      notes.push(`Stack "${name}" could not be read, so its pipelines may be listed as unmanaged: ${messageOf(error)}`);
    }
  }
  return { pipelines, notes };
}
