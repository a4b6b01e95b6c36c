import type { StackAccounts } from "../account/stack-accounts.ts";
import { managedPipelinesOf } from "../pulumi/managed-pipelines.ts";
import { readOtherStacks } from "../pulumi/other-stacks.ts";
import type { Project } from "../pulumi/project.ts";
import { stackDeployment } from "../pulumi/stack-deployment.ts";
import { isLeftBehind } from "./describe-pending-create.ts";
import type { DriftReport } from "./drift-report.ts";
import { findPendingCreates } from "./find-pending-creates.ts";
import { findUnmanaged } from "./find-unmanaged.ts";

/**
 * Adds what a refresh does not look at: creates that were interrupted, and on request the pipelines that no stack of
 * the backend manages. Any of either that is in the account counts as drift.
 */
export async function lookBeyond(
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
