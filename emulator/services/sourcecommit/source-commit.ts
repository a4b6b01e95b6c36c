import { operations } from "../../../provider/services/sourcecommit/api/operations.ts";
import type { EmulatedService } from "../serve-related.ts";
import { branchHandlers } from "./branch-handlers.ts";
import { repositoryHandlers } from "./repository-handlers.ts";

/** SourceCommit (section 2 of the reference of related services). */
export const sourceCommit: EmulatedService = {
  name: "sourcecommit",
  operations,
  handlers: { ...repositoryHandlers, ...branchHandlers },
  invalid: "repositoryInvalid",
  // The vendor's SDK takes a deletion without a body for an error here.
  hasSilentDeletes: false,
};
