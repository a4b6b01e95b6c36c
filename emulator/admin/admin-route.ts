import type { Service } from "../service.ts";

/** Everything in front of the paths of the admin routes. */
export const adminRoot = "/_emulator";

/** One row of the table of admin routes. A `GET` also serves `HEAD`, without its body. */
export interface AdminRoute {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Below `/_emulator`; a template with ids in braces. */
  readonly path: string;
  /** One line for people. */
  readonly summary: string;
  /** Whether there is a JSON body. */
  readonly body?: true;
  /** Gives what the response holds, as JSON; a ShapeError becomes a bad request. */
  readonly handle: (service: Service, input: AdminInput) => unknown;
}

/** What an admin call asks for. */
export interface AdminInput {
  readonly body: unknown;
  /** The ids of the path, by the names that its template gives them. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}
