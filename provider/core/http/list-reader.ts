import type { CallOptions, Client, Item, ListName, ListRequest, OperationTable, Request } from "./operation.ts";
import { isServiceError, UnexpectedResponseError } from "./errors.ts";
import type { Reason } from "./failure.ts";
import { loadOperation, type Service } from "./service.ts";

/** A list that is read as far as somebody needs it. */
export interface ListReader<Entry> {
  /** What was read so far, each entry once; empty before the first page. */
  readonly entries: () => readonly Entry[];
  /** Whether everything was read. While it was not, an entry that is missing may be on the next page. */
  readonly isComplete: () => boolean;
  /**
   * Reads the next page: one call, none when the list is complete. A page under way is shared; who shares one that its
   * caller gave up asks again.
   */
  readonly readPage: (options?: CallOptions) => Promise<void>;
  /** Reads pages until the entries are enough or the list is complete; no call when they are enough already. */
  readonly readUntil: (
    isEnough: (entries: readonly Entry[]) => boolean,
    options?: CallOptions,
  ) => Promise<readonly Entry[]>;
  /** Reads the pages that are left. */
  readonly readAll: (options?: CallOptions) => Promise<readonly Entry[]>;
}

/** A list is given up after this many pages. */
const mostPages = 1_000;

/**
 * Reads a list page by page (design 5.17). The first call names no page: that is the whole list, as documented. But the
 * service may end it early, and no response shows it: where the number of entries could be a page, further ones are
 * asked for by that size, until one is short, empty or brings nothing new, as from a server that ignores paging. An
 * entry that moved to another page between two calls is taken once. A call that fails changes nothing: the next one
 * asks for the same page.
 *
 * @example
 * const projects = createListReader(sourcePipeline, client, "getBuildProjects", {});
 * const found = await projects.readUntil((entries) => entries.some(({ name }) => name === "shop"));
 * @throws ServiceError, from the functions that read. A deadline is one of each call, not of all pages.
 */
export function createListReader<Table extends OperationTable, Name extends ListName<Table>>(
  service: Pick<Service<Table>, "loadOperations" | "hints">,
  client: Pick<Client<Table>, Name>,
  name: Name,
  request: ListRequest<Table, Name>,
): ListReader<Item<Table, Name>> {
  type Entry = Item<Table, Name>;
  const identities = new Set<unknown>();
  let entries: readonly Entry[] = [];
  let pages = 0;
  let pageSize = 0;
  let isComplete = false;
  let underWay: Promise<void> | undefined;

  const readNext = async (options?: CallOptions): Promise<void> => {
    const { items = "", paged, summary } = await loadOperation(service, name);
    if (pages >= mostPages) throw endless(name, summary, service.hints.service);

    const page = pages === 0 ? {} : { pageNo: pages + 1, pageSize };
    const result: unknown = await client[name]({ ...request, ...page } as Request<Table, Name>, options);
    const received = (result as Readonly<Record<string, readonly Entry[] | undefined>>)[items] ?? [];
    const added = received.filter((entry) => isNew(entry, identities));

    entries = [...entries, ...added];
    if (pages === 0) {
      pageSize = received.length;
      isComplete = paged === undefined || !couldBePage(pageSize);
    } else {
      isComplete = received.length < pageSize || added.length === 0;
    }
    pages++;
  };

  const readPage = async (options?: CallOptions): Promise<void> => {
    if (isComplete) return;
    if (underWay === undefined) {
      underWay = readNext(options).finally(() => {
        underWay = undefined;
      });
      return underWay;
    }
    try {
      await underWay;
    } catch (error) {
      if (!wasGivenUp(error)) throw error;
      await readPage(options);
    }
  };

  const readUntil: ListReader<Entry>["readUntil"] = async (isEnough, options) => {
    while (!isComplete && !isEnough(entries)) await readPage(options);
    return entries;
  };

  return {
    entries: () => entries,
    isComplete: () => isComplete,
    readPage,
    readUntil,
    readAll: (options) => readUntil(() => false, options),
  };
}

/**
 * Whether a list of so many entries could be a page of a longer one: limits are round numbers, multiples of 5 from 10 on
 * (SourceDeploy's own lists end after 100) and powers of two from 16 on.
 *
 * @example [20, 64, 100].every(couldBePage) // true
 */
export function couldBePage(count: number): boolean {
  const isPowerOfTwo = Number.isInteger(Math.log2(count));
  return (count >= 10 && count % 5 === 0) || (count >= 16 && isPowerOfTwo);
}

/** Ended by the signal or the deadline of its caller, which means nothing of the service. */
const givenUp: ReadonlySet<Reason> = new Set(["interrupted", "deadline"]);
const wasGivenUp = (error: unknown): boolean => isServiceError(error) && givenUp.has(error.reason);

function isNew(entry: unknown, identities: Set<unknown>): boolean {
  const identity = identityOf(entry);
  return !identities.has(identity) && identities.add(identity).has(identity);
}

/** Things have an id, repositories and branches only a name, time zones are strings; a build counts as itself. */
export function identityOf(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null) return entry;
  const { id, name } = entry as { id?: unknown; name?: unknown };
  return id ?? name ?? entry;
}

function endless(operation: string, summary: string, service: string): UnexpectedResponseError {
  const hint = `Check that the endpoint is the ${service} API.`;
  const details = { category: "unexpectedResponse", reason: "endless", effect: "none", operation, hint } as const;
  const text = `Could not ${summary}: the list does not end after ${String(mostPages)} pages.`;
  return new UnexpectedResponseError(`${text} ${hint}`, details);
}
