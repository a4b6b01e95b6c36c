import { type AccountLists, listKey, type Unreadable } from "./account-lists.ts";
import { neededLists } from "./needed-lists.ts";
import type { ListItem, ListRequest } from "./reference.ts";

/** Asks for a list; fails with an error whose message says why it cannot be had. */
export type AskForList = (request: ListRequest) => Promise<readonly ListItem[]>;

/**
 * Asks for the lists that the checks of a pipeline need, and no others; one that cannot be read is noted as such.
 *
 * @param ask answers the same request from memory when it comes again, for another pipeline
 * @example checkReferences(inputs, await gatherLists(inputs, ask))
 */
export async function gatherLists(inputs: unknown, ask: AskForList): Promise<AccountLists> {
  const lists = new Map<string, readonly ListItem[] | Unreadable>();
  for (let needed = neededLists(inputs, lists); needed.length > 0; needed = neededLists(inputs, lists)) {
    const answers = await Promise.all(needed.map((request) => answerOf(request, ask)));
    needed.forEach((request, index) => lists.set(listKey(request), answers[index] ?? []));
  }
  return lists;
}

async function answerOf(request: ListRequest, ask: AskForList): Promise<readonly ListItem[] | Unreadable> {
  try {
    return await ask(request);
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}
