import type { Account } from "../account/connect-account.ts";
import { managedIds } from "../pulumi/managed-ids.ts";
import type { Project } from "../pulumi/project.ts";
import type { DriftReport } from "./drift-report.ts";

/** Adds the pipelines that exist in the account and in no stack of the backend; any of them counts as drift. */
export async function findUnmanaged(
  report: DriftReport,
  project: Project,
  { lists, place }: Account,
): Promise<DriftReport> {
  const [managed, pipelines] = await Promise.all([managedIds(project, place), lists.pipelines.all()]);
  const unmanaged = pipelines
    .filter(({ id }) => !managed.has(String(id)))
    .map(({ id, name }) => ({ name, id: String(id) }))
    .sort((one, other) => Number(one.id) - Number(other.id));
  return { ...report, drift: report.drift || unmanaged.length > 0, unmanaged };
}
