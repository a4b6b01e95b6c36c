import { saysMissing } from "../../provider/core/resource/errors.ts";
import { findByName, LookupError } from "../../provider/core/validation/find-by-name.ts";
import { doesNotExist, type Named, suggestExisting } from "../../provider/core/validation/nearest.ts";
import type { Account } from "../account/connect-account.ts";
import type { RunSubject } from "./run-events.ts";

type Pipeline = Required<Named>;

/**
 * The pipeline that a word names: by its name, which may be a number, or by its id.
 *
 * @throws LookupError with the nearest names or ids, or with all ids when the word means more than one
 * @example await findPipeline(account, "shop") // { id: 3101, name: "shop" }
 */
export async function findPipeline(
  { lists, client }: Pick<Account, "client" | "lists">,
  word: string,
): Promise<RunSubject> {
  const all = await lists.pipelines.all();
  const named = all.filter(({ name }) => name === word);
  const withId = all.find(({ id }) => String(id) === word);
  const [other] = named.filter((one) => one !== withId);
  // A number that is both could start what was not meant.
  if (withId !== undefined && other !== undefined) {
    throw new LookupError(
      `"${word}" is the name of pipeline ${other.id}, and the id of pipeline "${withId.name}". ` +
        "Use the id of the one, or the name of the other.",
    );
  }
  if (withId !== undefined) return subjectOf(withId, all);
  if (named.length > 0 || !/^\d{1,15}$/.test(word)) return subjectOf(findByName(all, word, "pipeline"), all);
  // The list may end early, or not show yet what is there: only the service knows.
  return subjectOf(await readPipeline(client, word, all), all);
}

async function readPipeline(client: Account["client"], id: string, all: readonly Pipeline[]): Promise<Pipeline> {
  try {
    return await client.getProject({ projectId: id });
  } catch (error) {
    if (!saysMissing(error)) throw error;
    const missing = `${doesNotExist("pipeline", Number(id))}. ${suggestExisting(Number(id), all)}`;
    throw Object.assign(new LookupError(missing), { cause: error });
  }
}

/** Where its name means another one, too, commands are told its id. */
function subjectOf({ id, name }: Pipeline, all: readonly Pipeline[]): RunSubject {
  const isShared = all.some((other) => other.id !== id && (other.name === name || String(other.id) === name));
  return { id, name, ...(isShared && { isShared }) };
}
