import type { Operation } from "../../provider/core/http/operation.ts";
import { operationNames, operations } from "../../provider/services/sourcepipeline/api/operations.ts";
import { apiRoot } from "../../provider/core/http/path.ts";
import { clientMethods } from "./client-methods.ts";
import { fieldRows } from "./field-rows.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { blocks, code, table } from "./markdown.ts";

const vendorPages = "https://api.ncloud-docs.com/docs/en";

/** The reference page of the service's operations, all of it read from the table. */
export function operationsPage(): string {
  const methods = clientMethods();
  return blocks(
    "# Operations of SourcePipeline",
    `What this package and its emulator know of the service, read from \`provider/services/sourcepipeline/api/operations.ts\`. Answers stand under
\`result\`, as in \`{"result": {"projectId": 2034}}\`; errors under \`error\`. The vendor says "project" for a pipeline and
"history" for a run.`,
    `A field that is not required may be absent or null, which means the same. The vendor's pages mark nothing in answers as
required: of a result, that column says what the client insists on.`,
    `Each operation has a method of that name in the client of \`pulumi-ncloud-sourcepipeline/client\`, with a request as
below and, second, \`{ signal, deadlineMs }\`, both optional. The types are exported from there. Of \`pageNo\` and \`pageSize\`
give both or neither, and the whole list is read by \`listAll\`. Every method rejects with a \`ServiceError\`.`,
    table(
      ["operation", "request", "what it does"],
      operationNames.map((name) => [
        `[${name}](#${name.toLowerCase()})`,
        code(requestLine(operations[name])),
        operations[name].summary,
      ]),
    ),
    ...operationNames.map((name) => operationSection(name, operations[name], methods.get(name) ?? "")),
  );
}

const requestLine = ({ method, path }: Operation): string => `${method} ${apiRoot}${path}`;

function operationSection(name: string, operation: Operation, method: string): string {
  const { summary, body, result, page } = operation;
  return blocks(
    `## ${name}`,
    `${sentence(summary)} ([vendor's page](${vendorPages}/${page}))`,
    `\`\`\`http\n${requestLine(operation)}\n\`\`\``,
    `\`\`\`ts\n${method}\n\`\`\``,
    querySection(operation),
    body === undefined ? "" : blocks("Body:", fieldTable(body)),
    blocks("Result:", fieldTable(result)),
  );
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function querySection({ paged, search }: Operation): string {
  const rows = [
    ...(paged ? [["pageNo", "number", "from 1; only together with `pageSize`"]] : []),
    ...(paged ? [["pageSize", "number", "from 1; without the two the whole list is returned"]] : []),
    ...(search === undefined ? [] : [[search, "string", "a part of the name"]]),
  ];
  if (rows.length === 0) return "";
  const cells = rows.map(([name = "", ...rest]) => [code(name), ...rest]);
  return blocks("Query, all optional:", table(["parameter", "type", "meaning"], cells));
}

const fieldTable = (schema: Operation["result"]): string =>
  table(
    ["field", "type", "required", "rules"],
    fieldRows(jsonSchemaOf(schema)).map(({ field, type, required, nullable, rules }) => [
      code(field),
      type,
      required ? "yes" : "no",
      [...rules, ...(required && nullable ? ["may be null"] : [])].join(", "),
    ]),
  );
