import ts from "typescript";
import type { Rule } from "../../../provider/core/validation/rule.ts";
import { shapeRules } from "../../../provider/core/validation/shape/shape-rules.ts";
import type { ObjectShape, Property } from "../../../provider/core/validation/shape/shape.ts";
import { blocks, table } from "../markdown.ts";
import { exampleBlock } from "./callable-section.ts";
import { type Declarations, documentationOf, membersOf } from "./declarations.ts";
import { argumentHead, argumentRows, row, typeCell, valueRows } from "./rows.ts";
import { propertyRow, rulesText, shapeSections } from "./shape-section.ts";

/** A resource of the package, and where what the page says of it stands. */
export interface DocumentedResource {
  /** Its class; the interface of its arguments is named after it. */
  readonly name: string;
  /** Absent for a provider, which has no inputs of the service. */
  readonly descriptor?: ObjectShape;
  readonly rules?: Readonly<Record<string, Rule>>;
}

/** The section about a resource. */
export function resourceSection(
  declarations: Declarations,
  { name, descriptor, rules = {} }: DocumentedResource,
): string {
  const declared = declarations.types.get(name);
  if (declared === undefined || !ts.isClassDeclaration(declared)) throw new Error(`What is ${name}?`);
  const { text, examples } = documentationOf(declared);
  const [args = []] = membersOf(declarations, `${name}Args`);
  const [outputs = []] = membersOf(declarations, name);
  const properties: Readonly<Record<string, Property>> = descriptor?.properties ?? {};
  const rows =
    descriptor === undefined
      ? argumentRows(declarations, [args])
      : args.map((member) => {
          const property = properties[member.name];
          if (property !== undefined) return propertyRow(member.name, property, member.doc);
          return row(member.name, typeCell(declarations, member.type), "optional", member.doc);
        });
  const about = declarations.types.get(`${name}Args`);
  const section = blocks(
    `### ${name}`,
    text,
    exampleBlock(examples),
    `#### Arguments of ${name}`,
    about === undefined ? "" : documentationOf(about).text,
    table(argumentHead, rows),
    ...Object.values(properties).flatMap(shapeSections),
    outputs.length === 0 ? "" : blocks(`#### Outputs of ${name}`, outputTable(declarations, outputs)),
    ...declared.members.flatMap((member) => getterSection(name, member)),
  );
  const others = Object.values(rules).filter((rule) => !isGeneral(rule) && !section.includes(rulesText([rule])));
  return blocks(section, others.length === 0 ? "" : blocks(`#### Further rules of ${name}`, rulesTable(others)));
}

/** What the page says once for all resources. */
const generalRules: readonly Rule[] = [shapeRules.NCSP001, shapeRules.NCSP002, shapeRules.NCSP003];

const isGeneral = (rule: Rule): boolean => generalRules.some(({ code: name }) => name === rule.code);

const outputTable = (declarations: Declarations, outputs: Parameters<typeof valueRows>[1]): string =>
  table(["output", "what it is"], valueRows(declarations, outputs));

/** Rules about several arguments together, or about the account. */
const rulesTable = (rules: readonly Rule[]): string =>
  table(
    ["code", "severity", "rule"],
    rules.map((rule) => [rulesText([rule]), rule.severity, `${rule.title}.`]),
  );

/** How one that exists is read. */
function getterSection(name: string, member: ts.ClassElement): string[] {
  if (!ts.isMethodDeclaration(member) || member.name.getText() !== "get") return [];
  const { text, examples } = documentationOf(member);
  return [blocks(`#### ${name}.get`, text, exampleBlock(examples))];
}
