import type { Operation } from "../../provider/services/sourcepipeline/api/index.ts";

/** One operation in the words of OpenAPI. */
export const operationObject = (operationId: string, { summary, path, paged, search, body, result }: Operation) => ({
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
