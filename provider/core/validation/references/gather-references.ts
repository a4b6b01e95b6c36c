import { type Problem, problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { type Followed, followReferences } from "./follow-references.ts";
import { type AccountList, type ListItem, type ListRequest, ownerOf, type Subject } from "./reference.ts";

/** Asks for a list; fails with an error whose message says why it cannot be had. */
export type AskForList<Request extends ListRequest = ListRequest> = (request: Request) => Promise<readonly ListItem[]>;

/** A list that was asked for: what it holds, or why it could not be read. */
interface GatheredList {
  readonly list: AccountList;
  readonly request: ListRequest;
  readonly items?: readonly ListItem[];
  /** A sentence. */
  readonly failure?: string;
}

/** Where the references of all subjects lead, and the lists that say so. */
export interface Gathered {
  /** In the order of the subjects. */
  readonly followed: readonly Followed[];
  /** In the order in which they were asked for. */
  readonly lists: readonly GatheredList[];
}

/**
 * Follows the references of subjects: asks for the lists that they need, each once, and no others. A list that cannot be
 * read is noted as such.
 *
 * @param ask answers a request that comes again, for another resource, from its cache
 */
export async function gatherReferences(subjects: readonly Subject[], ask: AskForList): Promise<Gathered> {
  const lists = new Map<string, Promise<GatheredList>>();
  const followed = await Promise.all(
    subjects.map((subject) =>
      followReferences(subject, async ({ list }, request) => {
        const key = keyOf(request);
        const asked = lists.get(key) ?? readList(list, request, ask);
        lists.set(key, asked);
        return (await asked).items;
      }),
    ),
  );
  return { followed, lists: await Promise.all(lists.values()) };
}

/** What a list holds that was asked for; undefined when it was not, or could not be read. */
export const itemsOf = ({ lists }: Gathered, wanted: ListRequest): readonly ListItem[] | undefined =>
  lists.find(({ request }) => keyOf(request) === keyOf(wanted))?.items;

/**
 * The lists that lack something that a subject refers to, each once: before that is called a mistake, they are worth
 * another look.
 *
 * @param pending paths of what does not exist yet, which no list can have
 */
export function missedRequests({ followed }: Gathered, pending: readonly string[]): ListRequest[] {
  const missed = followed.flatMap(({ missed: miss }) =>
    miss === undefined || isPending(miss.problem.path, pending) ? [] : [miss.request],
  );
  return [...new Map(missed.map((request) => [keyOf(request), request])).values()];
}

/** Whether a path lies at or below a pending one; the empty path is above all. */
const isPending = (path: string, pending: readonly string[]): boolean =>
  pending.some(
    (above) => above === "" || path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`),
  );

/** What is not there, without what does not exist yet. */
export const missingReferences = ({ followed }: Gathered, pending: readonly string[]): Problem[] =>
  followed.flatMap(({ missed }) => missed?.problem ?? []).filter(({ path }) => !isPending(path, pending));

/** The lists that could not be read, in the same words for every resource. */
export const unreadableLists = ({ lists }: Gathered, rule: Rule): Problem[] =>
  lists.flatMap(({ list, request, failure }) => {
    if (failure === undefined) return [];
    const owner = ownerOf(list, request);
    const what = `The ${list.plural}${owner === undefined ? "" : ` of ${owner}`} cannot be read: ${failure}`;
    return [problem(rule, "", what)];
  });

async function readList(list: AccountList, request: ListRequest, ask: AskForList): Promise<GatheredList> {
  try {
    return { list, request, items: await ask(request) };
  } catch (error) {
    return { list, request, failure: error instanceof Error ? error.message : String(error) };
  }
}

const keyOf = (request: ListRequest): string => Object.values(request).join(" ");
