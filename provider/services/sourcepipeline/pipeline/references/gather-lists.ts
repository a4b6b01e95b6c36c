import {
  type AskForList as AskForAnyList,
  type Gathered,
  gatherReferences,
} from "../../../../core/validation/references/gather-references.ts";
import { findSubjects } from "../../../../core/validation/references/find-subjects.ts";
import { pipelineDescriptor } from "../descriptor.ts";
import type { ListItem, ListRequest } from "./reference.ts";

/** Asks for a list; fails with an error whose message says why it cannot be had. */
export type AskForList = (request: ListRequest) => Promise<readonly ListItem[]>;

/**
 * Asks for the lists that the checks of a pipeline need, and no others; one that cannot be read is noted as such.
 *
 * @param ask answers the same request from its cache when it comes again, for another pipeline
 * @example checkReferences(inputs, await gatherLists(inputs, ask))
 */
export const gatherLists = (inputs: unknown, ask: AskForList): Promise<Gathered> =>
  // The references of a pipeline name no other lists.
  gatherReferences(findSubjects(pipelineDescriptor, inputs), ask as AskForAnyList);
