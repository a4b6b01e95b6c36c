import { pageLimit } from "../../../provider/services/sourcedeploy/api/limits.ts";
import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { isHeld } from "../../state/related-visibility.ts";
import type { ListForm } from "../related-lists.ts";

/** How lists are asked for: 100 entries at most, and no count of all. */
export const listForm = (filter: string): ListForm => ({ filter, limit: pageLimit, invalid: "deployInvalid" });

/**
 * Refuses a name that is taken. Whether names have to be unique is not documented.
 *
 * @param scope where they would be.
 * @param holder what has the name there.
 */
export function refuseTakenName(
  service: Service,
  scope: string,
  name: string,
  holder: { readonly id: number } | undefined,
): void {
  if (service.settings.duplicateDeployNames === "allowed") return;
  if (holder === undefined && !isHeld(service, scope, name)) return;
  const why = holder === undefined ? "it was deleted a moment ago" : `it belongs to ${holder.id}`;
  throw new ServiceFailure("deployDuplicate", `The name ${name} is taken: ${why}.`);
}
