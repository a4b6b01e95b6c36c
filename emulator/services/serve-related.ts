import type { Operation, OperationTable } from "../../provider/core/http/operation.ts";
import { matchPath } from "../../provider/core/http/path.ts";
import { sentences, ServiceFailure, type FailureName } from "../failure.ts";
import type { HttpResponse, RequestContext, Route } from "../http/context.ts";
import { parseJson } from "../http/receive-body.ts";
import { jsonResponse } from "../http/response.ts";
import type { Service } from "../service.ts";
import type { Settings } from "../settings.ts";
import { problemsOf } from "../shapes/describe-issue.ts";
import { readBody } from "../shapes/read-body.ts";
import type { RelatedInput } from "./related-handler.ts";

/** A related service, as far as serving it goes. */
export interface EmulatedService {
  /** In front of the names of its operations, in the log of requests and in fault rules. */
  readonly name: string;
  readonly operations: OperationTable;
  readonly handlers: Readonly<Record<string, (input: never, service: Service) => unknown>>;
  /** The failure of a request that is none. */
  readonly invalid: FailureName;
  /** The failure of a body of the wrong form, by operation, where it is another one; unknown properties count there. */
  readonly wrongShapes?: Readonly<Partial<Record<string, FailureName>>>;
  /** Whether a deletion can be acknowledged by its status alone. */
  readonly hasSilentDeletes: boolean;
}

/**
 * Finds the operation of a service in its table; undefined when no row has this method and path.
 *
 * @param path below the service's root
 */
export function findRelatedOperation(related: EmulatedService, method: string, path: string): Route | undefined {
  for (const [name, row] of Object.entries(related.operations)) {
    if (row.method !== method) continue;
    const parameters = matchPath(row.path, path);
    if (parameters)
      return { operation: `${related.name}.${name}`, serve: serveRelated(related, name, row, parameters) };
  }
  return undefined;
}

/** Parses what a request asks for, lets the operation's handler do it, and writes the response. */
const serveRelated =
  (related: EmulatedService, name: string, row: Operation, texts: Readonly<Record<string, string>>): Route["serve"] =>
  (context, service) => {
    const handle = related.handlers[name] as (input: RelatedInput, service: Service) => unknown;
    const { body, isSubAccount } = {
      body: row.body && parseBody(context, related, name, row.body),
      isSubAccount: context.accessKey !== service.keys.accessKey,
    };
    const input = {
      parameters: parseParameters(texts, related.invalid) as RelatedInput["parameters"],
      body: body as RelatedInput["body"],
      query: context.query,
      user: isSubAccount ? context.accessKey : "emulator",
      isSubAccount,
    };
    return successResponse(related, name, handle(input, service), service.settings);
  };

function successResponse(
  { hasSilentDeletes }: EmulatedService,
  name: string,
  result: unknown,
  { createStatus, deleteStatus }: Settings,
): HttpResponse {
  if (name.startsWith("delete") && hasSilentDeletes && deleteStatus === 204) {
    return { status: 204, headers: {}, body: undefined };
  }
  return jsonResponse(name.startsWith("create") ? createStatus : 200, { result });
}

const isNumeric = (name: string): boolean => name.endsWith("Id") || name === "endtime";

const parseParameters = (
  texts: Readonly<Record<string, string>>,
  invalid: FailureName,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, isNumeric(name) ? parseId(name, value, invalid) : value]),
  );

function parseId(name: string, value: string, invalid: FailureName): number {
  const id = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(id)) return id;
  throw new ServiceFailure(invalid, `${name}: ${value} is not an id.`);
}

function parseBody(
  { body, request }: RequestContext,
  { invalid, wrongShapes = {} }: EmulatedService,
  name: string,
  schema: NonNullable<Operation["body"]>,
): unknown {
  const value = parseJson(body, request.headers["content-type"]);
  const wrongShape = wrongShapes[name];
  const read = readBody(schema, value, { unknownKeys: wrongShape === undefined, days: false });
  if ("value" in read) return read.value;
  throw new ServiceFailure(wrongShape ?? invalid, sentences(problemsOf(read.issues)));
}
