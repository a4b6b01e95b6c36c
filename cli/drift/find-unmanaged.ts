import type { Account } from "../account/connect-account.ts";
import { isManaged } from "../pulumi/managed-pipelines.ts";
import type { StackPipeline } from "../pulumi/resource-state.ts";
import type { UnmanagedPipeline } from "./drift-report.ts";

/** The pipelines that exist in the account and are none of the managed ones, by id. */
export async function findUnmanaged(
  managed: readonly StackPipeline[],
  { lists, place }: Pick<Account, "lists" | "place">,
): Promise<UnmanagedPipeline[]> {
  const pipelines = await lists.pipelines.all();
  return pipelines
    .filter((pipeline) => !isManaged(pipeline, place, managed))
    .map(({ id, name }) => ({ name, id: String(id) }))
    .sort((one, other) => Number(one.id) - Number(other.id));
}
