import type { z } from "zod";

/** What the HTTP method of an operation can be. */
export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One row of the table of operations: everything that is said about an operation, and no behaviour. */
export interface Operation {
  /** One line for people: "create a pipeline". */
  readonly summary: string;
  readonly method: Method;
  /** Template below `/api/v1`, parameters in braces: `/project/{projectId}`. */
  readonly path: string;
  /** JSON body of the request, where there is one. */
  readonly body?: z.ZodType;
  /** What stands under `result` in the answer. */
  readonly result: z.ZodType;
  /** The key under `result` that holds the list, for operations that answer with one. */
  readonly items?: string;
  /** Takes `pageNo` and `pageSize`, both or neither. Without them the whole list is returned. */
  readonly paged?: true;
  /** Query parameter that filters by a part of the name. */
  readonly search?: "projectName" | "searchWord";
  /** Page of the service's documentation. */
  readonly page: string;
}

/** Names of the parameters in a path template, as a type: `"/a/{b}/c/{d}"` gives `"b" | "d"`. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;
