import type { z } from "zod";

/** What the HTTP method of an operation can be. */
export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One row of a service's table of operations: everything that describes an operation, and no behaviour. */
export interface Operation {
  /** One line for people: "create a pipeline". */
  readonly summary: string;
  readonly method: Method;
  /** Template below `/api/v1`, parameters in braces: `/project/{projectId}`. */
  readonly path: string;
  /** JSON body of the request, where there is one. */
  readonly body?: z.ZodType;
  /** What stands under `result` in the response. */
  readonly result: z.ZodType;
  /** The result that an empty success stands for, where one acknowledges. Without it, an empty response is an error. */
  readonly whenEmpty?: unknown;
  /** The key under `result` that holds the list, for operations that return one. */
  readonly items?: string;
  /**
   * Takes `pageNo` and `pageSize`: both or neither (`true`), or either alone (`each`). Without them the list comes from
   * its beginning: as a whole, or as far as the service's own page goes.
   */
  readonly paged?: true | "each";
  /** Query parameter that filters by a part of the name. */
  readonly search?: string;
  /** Page of the service's documentation; its overview where the page itself is not certain. */
  readonly page: string;
}

/** The operations of a service, by name. */
export type OperationTable = Readonly<Record<string, Operation>>;

/** What one call can be given besides its request. */
export interface CallOptions {
  /** Ends waits and reading at once. A request that changes something and is under way is still awaited. */
  readonly signal?: AbortSignal;
  /** How long the whole call may take, waits and further attempts included, in milliseconds. */
  readonly deadlineMs?: number;
}

/** One method for each operation of a table. They reject with a `ServiceError` and nothing else. */
export type Client<Table extends OperationTable> = {
  readonly [Name in NameIn<Table>]: (
    request: Request<Table, Name>,
    options?: CallOptions,
  ) => Promise<Result<Table, Name>>;
};

/** The names of a table's operations. */
export type NameIn<Table extends OperationTable> = keyof Table & string;

/**
 * The request of an operation, flat: the parameters of its path, `body`, and for lists the page and the search word.
 *
 * @example const request: Request<Operations, "getDeployStages"> = { projectId: 7, search: "prod" };
 */
export type Request<Table extends OperationTable, Name extends NameIn<Table>> = PathValues<Table[Name]> &
  Body<Table[Name]> &
  Page<Table[Name]> &
  Search<Table[Name]>;

/** What stands under `result` in an operation's response. */
export type Result<Table extends OperationTable, Name extends NameIn<Table>> = ReturnType<
  Table[Name]["result"]["parse"]
>;

/** Names of the operations that return a list. */
export type ListName<Table extends OperationTable> = {
  [Name in NameIn<Table>]: Table[Name] extends { items: string } ? Name : never;
}[NameIn<Table>];

/** A list request without its page. */
export type ListRequest<Table extends OperationTable, Name extends ListName<Table>> = Omit<
  Request<Table, Name>,
  "pageNo" | "pageSize"
>;

/** One item of an operation's list. */
export type Item<Table extends OperationTable, Name extends ListName<Table>> =
  Result<Table, Name> extends Readonly<Record<ItemsOf<Table[Name]>, readonly (infer Element)[]>> ? Element : never;

/** Names of the parameters in a path template, as a type: `"/a/{b}/c/{d}"` gives `"b" | "d"`. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;

type PathValues<Row extends Operation> = Readonly<Record<PathParameter<Row["path"]>, string | number>>;

type Body<Row extends Operation> = Row extends { body: { parse: (...given: never[]) => infer Value } }
  ? { readonly body: Value }
  : unknown;

/** Both or neither where a service may refuse half a pair. */
type Page<Row extends Operation> = Row extends { paged: true }
  ? { readonly pageNo: number; readonly pageSize: number } | { readonly pageNo?: never; readonly pageSize?: never }
  : Row extends { paged: "each" }
    ? { readonly pageNo?: number; readonly pageSize?: number }
    : unknown;

type Search<Row extends Operation> = Row extends { search: string } ? { readonly search?: string } : unknown;

type ItemsOf<Row extends Operation> = Row extends { items: infer Key extends string } ? Key : never;
