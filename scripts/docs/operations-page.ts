import type { Operation } from "../../provider/core/http/operation.ts";
import { apiRoot } from "../../provider/core/http/path.ts";
import { clientMethods } from "./client-methods.ts";
import { documentedServices, type DocumentedService } from "./documented-services.ts";
import { fieldRows } from "./field-rows.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { blocks, code, table } from "./markdown.ts";

const vendorPages = "https://api.ncloud-docs.com/docs/en";

/** The reference page of the operations of all services, all of it read from their tables. */
export function operationsPage(): string {
  const methods = clientMethods(documentedServices.map(({ types }) => types));
  return blocks(
    "# Operations",
    `What this package and its emulator know of SourcePipeline, SourceCommit, SourceBuild and SourceDeploy, read from
\`provider/services/*/api/operations.ts\`. Answers stand under \`result\`, as in \`{"result": {"projectId": 2034}}\`; errors
under \`error\`. The vendor says "project" for a pipeline and "history" for a run.`,
    `A field that is not required may be absent or null, which means the same. The vendor's pages mark nothing in answers as
required: of a result, that column says what the client insists on.`,
    `Each operation has a method of that name in the client of \`pulumi-ncloud-sourcepipeline/client\`, with a request as
below and, second, \`{ signal, deadlineMs }\`, both optional; those of the other services stand under \`client.sourceCommit\`,
\`client.sourceBuild\` and \`client.sourceDeploy\`. The types are exported from there. Every method rejects with a
\`ServiceError\`. \`listAll\` and, of the other services, \`listAllOf\` read a whole list, also where it ends early.`,
    table(
      ["service", "its endpoint on VPC"],
      documentedServices.map(({ title, endpoint }) => [`[${title}](#${title.toLowerCase()})`, code(endpoint)]),
    ),
    ...documentedServices.map((service) => serviceChapter(service, methods)),
  );
}

function serviceChapter(
  { title, intro, operations, types, prefix }: DocumentedService,
  methods: ReadonlyMap<string, string>,
): string {
  const rows = Object.entries(operations);
  return blocks(
    `# ${title}`,
    intro,
    table(
      ["operation", "request", "what it does"],
      rows.map(([name, row]) => {
        const heading = prefix + name;
        return [`[${heading}](#${heading.toLowerCase().replace(".", "")})`, code(requestLine(row)), row.summary];
      }),
    ),
    ...rows.map(([name, row]) => operationSection(prefix + name, row, methods.get(`${types.holder}.${name}`) ?? "")),
  );
}

const requestLine = ({ method, path }: Operation): string => `${method} ${apiRoot}${path}`;

function operationSection(heading: string, operation: Operation, method: string): string {
  const { summary, body, result, page } = operation;
  return blocks(
    `## ${heading}`,
    `${sentence(summary)} ([vendor's page](${vendorPages}/${page}))`,
    `\`\`\`http\n${requestLine(operation)}\n\`\`\``,
    `\`\`\`ts\n${method}\n\`\`\``,
    querySection(operation),
    body === undefined ? "" : blocks("Body:", fieldTable(body)),
    resultSection(result),
  );
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function querySection({ paged, search }: Operation): string {
  const together = paged === true ? "; only together with `pageSize`" : "";
  const whole = paged === true ? "; without the two the whole list is returned" : "";
  const rows = [
    ...(paged ? [["pageNo", "number", `from 1${together}`]] : []),
    ...(paged ? [["pageSize", "number", `from 1${whole}`]] : []),
    ...(search === undefined ? [] : [[search, "string", "a part of the name"]]),
  ];
  if (rows.length === 0) return "";
  const cells = rows.map(([name = "", ...rest]) => [code(name), ...rest]);
  return blocks("Query, all optional:", table(["parameter", "type", "meaning"], cells));
}

/** A write of SourceCommit returns no object, but `true` alone. */
const resultSection = (result: Operation["result"]): string =>
  jsonSchemaOf(result).const === true ? "Result: a bare `true`." : blocks("Result:", fieldTable(result));

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
