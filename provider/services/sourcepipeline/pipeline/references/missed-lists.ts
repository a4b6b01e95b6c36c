import { type Gathered, missedRequests } from "../../../../core/validation/references/gather-references.ts";
import type { ListRequest } from "./reference.ts";

/**
 * The lists that lack something a pipeline refers to, each once.
 *
 * @param pending paths of what does not exist yet, which no list can have
 */
export const missedLists = (_inputs: unknown, gathered: Gathered, pending: readonly string[] = []): ListRequest[] =>
  missedRequests(gathered, pending) as ListRequest[];
