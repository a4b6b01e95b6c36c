import type { Settings } from "../settings/settings-table.ts";
import type { Repository } from "../world/world.ts";

/** What a list of branches says of a repository; before the first push that is not certain (reference section 8, row 23). */
export const branchNames = ({ branches }: Repository, { emptyRepository }: Settings): readonly string[] =>
  branches.length === 0 && emptyRepository === "master" ? ["master"] : branches;
