import type { PendingCreate } from "./drift-report.ts";

/**
 * An interrupted create for people: what may have come of it, and how to go on.
 *
 * @example describePendingCreate({ name: "shop", resource: "shop", urn, candidates: [] })
 * // "no pipeline \"shop\" was left behind. Run \"pulumi refresh --clear-pending-creates\"."
 */
export function describePendingCreate({ name, candidates }: PendingCreate): string {
  if (candidates === undefined) {
    return (
      `its outcome could not be determined. Look for a pipeline of this name in its account. If there is one, declare ` +
      `it with adopt: "<id>" or delete it. ${afterwards}`
    );
  }
  const [first, ...others] = candidates.map(({ id }) => id);
  if (first === undefined) return `no pipeline "${name}" was left behind. ${clear}`;
  const which = others.length === 0 ? `pipeline ${first}` : `one of the pipelines ${[first, ...others].join(", ")}`;
  return `${which} may be its outcome. Declare it with adopt: "${first}", or delete it. ${afterwards}`;
}

const clear = `Run "pulumi refresh --clear-pending-creates".`;
const afterwards = `Then run "pulumi refresh --clear-pending-creates".`;

/** Whether something may exist that no state knows. */
export const isLeftBehind = ({ candidates }: PendingCreate): boolean => candidates?.length !== 0;
