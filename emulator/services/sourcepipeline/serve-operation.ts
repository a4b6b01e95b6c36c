import { headerNames } from "../../../provider/core/http/signature.ts";
import type { Operation } from "../../../provider/core/http/operation.ts";
import { apiRoot, matchPath } from "../../../provider/core/http/path.ts";
import {
  operationNames,
  operations,
  type OperationName,
} from "../../../provider/services/sourcepipeline/api/operations.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { HttpResponse, RequestContext, Route } from "../../http/context.ts";
import { parseJson } from "../../http/receive-body.ts";
import { jsonResponse } from "../../http/response.ts";
import { byRequest } from "../../runs/start-run.ts";
import type { Service } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import { problemsOf } from "../../shapes/describe-issue.ts";
import { readBody, type BodySchema } from "../../shapes/read-body.ts";
import type { Page } from "../lists.ts";
import type { Handlers } from "./handler.ts";
import { lookupHandlers } from "./lookup-handlers.ts";
import { pipelineHandlers } from "./pipeline-handlers.ts";
import { runHandlers } from "./run-handlers.ts";

/** Roots of the service: as the documentation has it, and as the vendor's SDK builds it for VPC and Classic. */
export const apiRoots: readonly string[] = [apiRoot, `/vpcsourcepipeline${apiRoot}`, `/sourcepipeline${apiRoot}`];

/** The handler of each operation. */
export const handlers: Handlers = { ...pipelineHandlers, ...runHandlers, ...lookupHandlers };

/** Finds the operation in the table; undefined when no row has this method and path. */
export function findPipelineOperation(method: string, path: string): Route | undefined {
  const root = apiRoots.find((candidate) => path.startsWith(`${candidate}/`));
  if (root === undefined) return undefined;
  const below = path.slice(root.length);
  for (const operation of operationNames) {
    if (operations[operation].method !== method) continue;
    const parameters = matchPath(operations[operation].path, below);
    if (parameters) return { operation, serve: serveOperation(operation, parameters) };
  }
  return undefined;
}

/** Parses what a request asks for, lets the operation's handler do it, and writes the response. */
const serveOperation =
  (operation: OperationName, parameters: Readonly<Record<string, string>>): Route["serve"] =>
  (context, service) => {
    const input = parseInput(context, operation, parameters, service);
    const result = handlers[operation](input as never, service);
    return successResponse(operation, { result }, service.settings);
  };

function successResponse(operation: OperationName, body: object, settings: Settings): HttpResponse {
  const status = statuses[operation]?.(settings) ?? 200;
  return status === 204 ? { status, headers: {}, body: undefined } : jsonResponse(status, body);
}

/** Operations whose status of success is not certain (reference section 8, row 7). */
const statuses: Readonly<Partial<Record<OperationName, (settings: Settings) => number>>> = {
  createProject: ({ createStatus }) => createStatus,
  deleteProject: ({ deleteStatus }) => deleteStatus,
};

/** Reads path, query, region and body of a request in the form that its operation's handler takes. */
function parseInput(
  context: RequestContext,
  operation: OperationName,
  parameters: Readonly<Record<string, string>>,
  { keys, settings }: Service,
) {
  const row: Operation = operations[operation];
  return {
    parameters: parseParameters(parameters),
    body: row.body ? parseBody(context, row.body, settings) : undefined,
    page: row.paged ? parsePage(context.query) : undefined,
    search: row.search ? (context.query.get(row.search) ?? "") : "",
    region: String(context.request.headers[headerNames.region] ?? "KR"),
    // Of the emulator's own key everybody knows.
    requester: context.accessKey === keys.accessKey ? byRequest.requestId : context.accessKey,
  };
}

const parseParameters = (parameters: Readonly<Record<string, string>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, name.endsWith("Id") ? parseId(name, value) : value]),
  );

function parseId(name: string, value: string): number {
  const id = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(id)) return id;
  throw new ServiceFailure("invalid", `${name}: ${value} is not an id.`);
}

function parseBody({ body, request }: RequestContext, schema: BodySchema, { impossible }: Settings): unknown {
  const read = readBody(schema, parseJson(body, request.headers["content-type"]), {
    unknownKeys: true,
    days: impossible === "accepted",
  });
  if ("value" in read) return read.value;
  throw new ServiceFailure("invalid", sentences(problemsOf(read.issues)));
}

/** `pageNo` and `pageSize`, both or neither; neither asks for the whole list (reference section 2). */
function parsePage(query: URLSearchParams): Page | undefined {
  const [pageNo, pageSize] = [query.get("pageNo"), query.get("pageSize")];
  if (pageNo === null && pageSize === null) return undefined;
  return { number: parseCount("pageNo", pageNo), size: parseCount("pageSize", pageSize) };
}

function parseCount(name: string, value: string | null): number {
  if (value !== null && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  const problem = value === null ? "is missing, it belongs to the other one" : `is ${value}, expected a number from 1`;
  throw new ServiceFailure("invalid", `${name}: ${problem}.`);
}
