import { findByName } from "../../provider/core/validation/find-by-name.ts";
import type { Account } from "../account/connect-account.ts";
import type { RunSubject } from "./run-events.ts";

/**
 * The pipeline that a word names: by its name first, because names may be numbers, else by its id.
 *
 * @throws LookupError with the nearest names, or with all ids when the name is not unique
 * @example await findPipeline(account, "shop") // { id: 3101, name: "shop" }
 */
export async function findPipeline(
  { lists, client }: Pick<Account, "client" | "lists">,
  word: string,
): Promise<RunSubject> {
  const all = await lists.pipelines.all();
  const isId = /^\d+$/.test(word) && !all.some(({ name }) => name === word);
  if (!isId) return subjectOf(findByName(all, word, "pipeline"));
  const listed = all.find(({ id }) => String(id) === word);
  // The list may end early, or not show yet what is there: only the service knows.
  return subjectOf(listed ?? (await client.getProject({ projectId: word })));
}

const subjectOf = ({ id, name }: { id: number; name: string }): RunSubject => ({ id, name });
