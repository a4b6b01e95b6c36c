import type { CallOptions, Client, Item, ListName, Request, Result } from "./client-types.ts";
import { UnexpectedResponseError } from "./errors.ts";

/** How `listAll` reads. */
export interface ListOptions extends CallOptions {
  /** Items per page. Without it the whole list comes in one call, as the service documents. */
  readonly pageSize?: number;
}

/** A list request without its page: `listAll` turns the pages. */
export type ListRequest<Name extends ListName> = Omit<Request<Name>, "pageNo" | "pageSize">;

const mostPages = 10_000;

/**
 * A whole list. Answers carry no total: the end is a page that is short or empty, or one that brings nothing new,
 * from a server that ignores paging. What moves to another page between two calls is taken once.
 *
 * @example await listAll(client, "getProjects", {}) // [{ id: 1234, name: "shop" }]
 * @throws ServiceError
 */
export async function listAll<Name extends ListName>(
  client: Client,
  name: Name,
  request: ListRequest<Name>,
  { pageSize, ...callOptions }: ListOptions = {},
): Promise<Item<Name>[]> {
  const { operations } = await import("../api/operations.ts");
  const { items, summary } = operations[name];
  const read = async (page: object): Promise<Item<Name>[]> => {
    const result: Result<Name> = await client[name]({ ...request, ...page } as Request<Name>, callOptions);
    return (result as unknown as Record<string, Item<Name>[]>)[items] ?? [];
  };
  if (pageSize === undefined || !("paged" in operations[name])) return read({});

  const found = new Map<unknown, Item<Name>>();
  for (let pageNo = 1; pageNo <= mostPages; pageNo++) {
    const page = await read({ pageNo, pageSize });
    const before = found.size;
    for (const item of page) found.set(identityOf(item), found.get(identityOf(item)) ?? item);
    if (page.length < pageSize || found.size === before) return [...found.values()];
  }
  throw endless(name, `Could not ${summary}: the list does not end after ${String(mostPages)} pages.`);
}

/** Things have an id, repositories and branches only a name, time zones are texts. */
function identityOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  const { id, name } = item as { id?: unknown; name?: unknown };
  return id ?? name;
}

function endless(operation: ListName, text: string): UnexpectedResponseError {
  const remedy = "Check that the endpoint is the SourcePipeline API.";
  const details = { category: "unexpectedResponse", reason: "endless", effect: "none", operation, remedy } as const;
  return new UnexpectedResponseError(`${text} ${remedy}`, details);
}
