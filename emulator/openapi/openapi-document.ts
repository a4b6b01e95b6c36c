import {
  headerNames,
  operationNames,
  operations,
  type Operation,
} from "../../provider/services/sourcepipeline/api/index.ts";
import { apiRoots } from "../http/api-roots.ts";
import { errorSchema } from "./error-schema.ts";
import { operationObject } from "./operation-object.ts";

/** An OpenAPI 3.1 document of the service, generated from the table of operations. */
export const openApiDocument = (): object => ({
  openapi: "3.1.1",
  info: {
    title: "NAVER Cloud SourcePipeline, as the emulator answers it",
    version: "1",
    description: "The schemas of answers are lenient: they allow every form in which the service may write a value.",
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
        "Base64 of the HMAC-SHA256, keyed with the secret key, of three lines: method, space, path with query; time stamp; access key.",
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
