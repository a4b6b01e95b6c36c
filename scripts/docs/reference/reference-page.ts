import ts from "typescript";
import * as sdk from "../../../sdk/index.ts";
import { publicCodes } from "../../../provider/core/public-codes.ts";
import { pipelineDescriptor } from "../../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import { rules as pipelineRules } from "../../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { runDescriptor } from "../../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";
import { runRules } from "../../../provider/services/sourcepipeline/pipeline-run/rules.ts";
import { blocks, code, table } from "../markdown.ts";
import { callableSection } from "./callable-section.ts";
import { type Declarations, documentationOf, membersOf, mergeForms, readDeclarations } from "./declarations.ts";
import { type DocumentedResource, resourceSection } from "./resource-section.ts";
import { typeText } from "./type-text.ts";
import { anchorOf, isElsewhere, propertyHead, typeCell, valueRows } from "./rows.ts";

const resources: readonly DocumentedResource[] = [
  { name: "Pipeline", descriptor: pipelineDescriptor, rules: pipelineRules },
  { name: "PipelineRun", descriptor: runDescriptor, rules: runRules },
  { name: "Provider" },
];

/** Functions in the order of the page; what the package exports besides is an error class. */
const exported = Object.keys(sdk).filter((name) => /^[a-z]/.test(name) && !name.endsWith("Output"));
const functions = exported.filter((name) => name.startsWith("get"));
const predicates = exported.filter((name) => name.startsWith("is"));
const builders = exported.filter((name) => !functions.includes(name) && !predicates.includes(name));
const errors = Object.keys(sdk).filter((name) => name.endsWith("Error") && /^[A-Z]/.test(name));

/** The page of everything that a program can name. */
export function referencePage(): string {
  const declarations = readDeclarations();
  const main = [
    blocks("## Resources", ...resources.map((resource) => resourceSection(declarations, resource))),
    blocks("## Builders", aboutBuilders, ...builders.map((name) => callableSection(declarations, name))),
    blocks("## Functions", aboutFunctions, ...functions.map((name) => callableSection(declarations, name))),
    blocks(
      "## Errors",
      aboutErrors,
      errorTable(declarations),
      ...predicates.map((name) => callableSection(declarations, name)),
    ),
  ].join("\n\n");
  return blocks(
    "# Reference",
    about,
    contents(
      "Resources",
      resources.map(({ name }) => name),
    ),
    contents("Builders", builders),
    contents("Functions", functions),
    contents("Errors", predicates),
    main,
    blocks("## Types", ...typeSections(declarations, main)),
  );
}

const about = `Everything that a program can name: \`import * as ncloud from "pulumi-ncloud-sourcepipeline"\`. The examples are
compiled and run by the tests. Every argument of a resource may be an output of another one, but for the \`type\` of a task;
\`undefined\` and \`null\` are the same as leaving it out. *Replaces* marks an argument that cannot be changed in place: another
value makes another resource. The codes are those of the [rules](rules.md) that an argument can break; besides them, an
unknown property is [NCSP001](rules.md#ncsp001), a value of another type [NCSP002](rules.md#ncsp002), and a required
property that is missing [NCSP003](rules.md#ncsp003).`;

const aboutBuilders =
  "They make parts of a pipeline's arguments, which may be outputs, too, or whole pipelines from data files.";

const aboutFunctions = `Each has two forms: one returns a promise, the one that ends in \`Output\` takes outputs as arguments, and
\`dependsOn\` among its options ([\`LookupOutputOptions\`](#lookupoutputoptions)), and returns an output.
A name that stands for nothing, or for more than one thing, is a \`LookupError\`; what the service refuses is a
\`ServiceError\` ([errors](#errors)).`;

const aboutErrors = "What a program can catch. The code never changes, unlike the message.";

const contents = (title: string, names: readonly string[]): string =>
  `**${title}**: ${names.map((name) => `[${name}](#${anchorOf(name)})`).join(", ")}`;

const codeOf: Readonly<Record<string, string>> = publicCodes;

function errorTable(declarations: Declarations): string {
  const rows = errors.map((name) => {
    const declared = declarations.types.get(name);
    const category = `${name.charAt(0).toLowerCase()}${name.slice(1)}`.replace(/Error$/, "");
    return [
      code(name),
      category in codeOf ? code(codeOf[category] ?? "") : "that of its subclass",
      declared ? documentationOf(declared).text : "",
    ];
  });
  return table(["class", "code", "what it means"], rows);
}

/** Sections about the types that the page has linked so far, and about those that these link in turn. */
function typeSections(declarations: Declarations, text: string): string[] {
  const known = [...declarations.types.keys()].filter(
    (name) => !isElsewhere(name) && !resources.some((resource) => resource.name === name),
  );
  const sections = new Map<string, string>();
  for (let shown = text, grows = true; grows; shown = [text, ...sections.values()].join("\n")) {
    const added = known.filter((name) => !sections.has(name) && shown.includes(`](#${anchorOf(name)})`));
    for (const name of added) sections.set(name, typeSection(declarations, name));
    grows = added.length > 0;
  }
  return [...sections].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, section]) => section);
}

function typeSection(declarations: Declarations, name: string): string {
  const declared = declarations.types.get(name);
  if (declared === undefined) return "";
  const forms = membersOf(declarations, name);
  const members = mergeForms(forms);
  const alias = ts.isTypeAliasDeclaration(declared) ? typeText(declared.type) : "";
  return blocks(
    `### ${name}`,
    documentationOf(declared).text,
    members.length > 0 ? table(propertyHead, valueRows(declarations, members)) : typeCell(declarations, alias),
  );
}
