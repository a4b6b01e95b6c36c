import {
  headerNames,
  operations,
  type Operation,
  type OperationName,
} from "../../provider/services/sourcepipeline/api/index.ts";
import { sentences } from "../answers/sentences.ts";
import { ServiceFailure } from "../failure.ts";
import type { Settings } from "../settings/settings-table.ts";
import { readBody, type BodySchema } from "../shape/read-body.ts";
import type { Exchange } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { parsePage } from "./parse-page.ts";

/** Reads path, query, region and body of a request in the form that its operation's handler takes. */
export function parseInput(
  exchange: Exchange,
  operation: OperationName,
  parameters: Readonly<Record<string, string>>,
  settings: Settings,
) {
  const row: Operation = operations[operation];
  return {
    parameters: parseParameters(parameters),
    body: row.body ? parseBody(exchange, row.body as BodySchema, settings) : undefined,
    page: row.paged ? parsePage(exchange.query) : undefined,
    search: row.search ? (exchange.query.get(row.search) ?? "") : "",
    region: String(exchange.request.headers[headerNames.region] ?? "KR"),
  };
}

function parseParameters(parameters: Readonly<Record<string, string>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, name.endsWith("Id") ? parseId(name, value) : value]),
  );
}

function parseId(name: string, value: string): number {
  const id = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(id)) return id;
  throw new ServiceFailure("invalid", `${name}: ${value} is not an id.`);
}

function parseBody({ body, request }: Exchange, schema: BodySchema, { impossible }: Settings): unknown {
  const read = readBody(schema, parseJson(body, request.headers["content-type"]), {
    unknownKeys: true,
    days: impossible === "accepted",
  });
  if ("value" in read) return read.value;
  throw new ServiceFailure("invalid", sentences(read.problems.map(({ path, message }) => `${path}: ${message}.`)));
}
