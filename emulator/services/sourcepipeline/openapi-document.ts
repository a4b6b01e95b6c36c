import { headerNames } from "../../../provider/core/http/signature.ts";
import type { Operation } from "../../../provider/core/http/operation.ts";
import { operationNames, operations } from "../../../provider/services/sourcepipeline/api/operations.ts";
import { apiRoots } from "./serve-operation.ts";

/** An OpenAPI 3.1 document of the service, generated from the table of operations. */
export const openApiDocument = (): object => ({
  openapi: "3.1.1",
  info: {
    title: "NAVER Cloud SourcePipeline, as the emulator serves it",
    version: "1",
    description: "The schemas of responses are lenient: they allow every form in which the service may write a value.",
  },
  servers: apiRoots.map((url) => ({ url })),
  security: [{ accessKey: [], timestamp: [], signature: [] }],
  paths: paths(),
  components: {
    schemas: { Error: errorSchema },
    responses: {
      Error: {
        description: "an error",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
    securitySchemes: {
      accessKey: inHeader(headerNames.accessKey, "Access key."),
      timestamp: inHeader(headerNames.timestamp, "Milliseconds since 1970, less than five minutes off."),
      signature: inHeader(
        headerNames.signature,
        "Base64 of the HMAC-SHA256, keyed with the secret key, of three lines: method, space, path with query; timestamp; access key.",
      ),
    },
  },
});

const inHeader = (name: string, description: string) => ({ type: "apiKey", in: "header", name, description });

/** Operations by path and method; several methods can have the same path. */
function paths(): Record<string, Record<string, object>> {
  const found: Record<string, Record<string, object>> = {};
  for (const name of operationNames) {
    const operation: Operation = operations[name];
    found[operation.path] = {
      ...found[operation.path],
      [operation.method.toLowerCase()]: operationObject(name, operation),
    };
  }
  return found;
}

/** One operation in the words of OpenAPI. */
const operationObject = (operationId: string, { summary, path, paged, search, body, result }: Operation) => ({
  operationId,
  summary,
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => pathParameter(name)),
    ...(paged ? ["pageNo", "pageSize"].map(pageParameter) : []),
    ...(search ? [{ name: search, in: "query", description: "A part of the name.", schema: { type: "string" } }] : []),
    { name: "x-ncp-region_code", in: "header", schema: { type: "string", default: "KR" } },
  ],
  ...(body && { requestBody: { required: true, content: json(schemaOf(body)) } }),
  responses: {
    "200": { description: "success", content: json(wrapped(schemaOf(result))) },
    default: { $ref: "#/components/responses/Error" },
  },
});

const pathParameter = (name: string) => ({
  name,
  in: "path",
  required: true,
  schema: name.endsWith("Id") ? { type: "integer", minimum: 1 } : { type: "string" },
});

const pageParameter = (name: string) => ({
  name,
  in: "query",
  description: "Both of pageNo and pageSize, or neither for the whole list.",
  schema: { type: "integer", minimum: 1 },
});

const json = (schema: object) => ({ "application/json": { schema } });

const wrapped = (schema: object) => ({ type: "object", required: ["result"], properties: { result: schema } });

/** The schema as it stands on the wire, before a client reads it. */
const schemaOf = (schema: Operation["result"]): object => schema.toJSONSchema({ io: "input", unrepresentable: "any" });

/** The envelope of every error (reference section 1.5). */
const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["errorCode", "message"],
      properties: {
        errorCode: {
          type: ["string", "integer"],
          description: "A string from the gateway, a number from the service.",
        },
        message: { type: "string" },
        details: { type: "string" },
      },
    },
  },
} as const;
