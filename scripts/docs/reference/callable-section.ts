import ts from "typescript";
import { blocks, code, table } from "../markdown.ts";
import { type Declarations, documentationOf, membersOf } from "./declarations.ts";
import { argumentHead, argumentRows, required, row, typeCell } from "./rows.ts";
import { typeText } from "./type-text.ts";

/** The section about a function of the package. */
export function callableSection(declarations: Declarations, name: string): string {
  const { text, examples, parameters, result } = callableOf(declarations, name);
  const isPair = declarations.functions.has(`${name}Output`);
  return blocks(
    `### ${name}`,
    text,
    exampleBlock(examples.map((example) => (isPair ? bothForms(example) : example))),
    `${signatures(name, parameters, isPair)} returns ${typeCell(declarations, result)}${isPair ? ", as a promise or as an output" : ""}.`,
    parameterTable(declarations, parameters),
  );
}

/** Code that the tests compile and run. */
export const exampleBlock = (examples: readonly string[]): string =>
  blocks(...examples.map((example) => `\`\`\`ts\n${example}\n\`\`\``));

/** An example of the promise, and the same for outputs. */
function bothForms(example: string): string {
  const output = example.replace(/^const (\w+) = await ncloud\.(\w+)\(/, "const $1Output = ncloud.$2Output(");
  return `${example}\n${output}`;
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly doc: string;
}

function callableOf(declarations: Declarations, name: string) {
  const found = declarations.functions.get(name);
  const signature = found !== undefined && ts.isVariableDeclaration(found) ? found.initializer : found;
  if (found === undefined || signature === undefined || !ts.isFunctionLike(signature))
    throw new Error(`What is ${name}?`);
  const { text, examples, parameters: docs } = documentationOf(found);
  const parameters = signature.parameters.map((parameter): Parameter => {
    const key = parameter.name.getText();
    const isOptional = (parameter.questionToken ?? parameter.initializer) !== undefined;
    return { name: key, type: parameter.type ? typeText(parameter.type) : "", isOptional, doc: docs.get(key) ?? "" };
  });
  return { text, examples, parameters, result: signature.type ? typeText(signature.type) : "" };
}

function signatures(name: string, parameters: readonly Parameter[], isPair: boolean): string {
  const list = parameters.map((parameter) => `${parameter.name}${parameter.isOptional ? "?" : ""}`).join(", ");
  const names = isPair ? [name, `${name}Output`] : [name];
  return names.map((one) => code(`${one}(${list})`)).join(" or ");
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;

/** One table: plain parameters by their names, and those of an object of arguments one by one. */
function parameterTable(declarations: Declarations, parameters: readonly Parameter[]): string {
  const isAlone = parameters.every(({ name }) => name === "args" || name === "options");
  const rows = parameters.flatMap(({ name, type, isOptional, doc }) => {
    const forms = name === "options" ? [] : membersOf(declarations, type);
    if (forms.length > 0) return argumentRows(declarations, forms, isAlone ? "" : `${name}.`);
    const about = declarations.types.get(type);
    const text = doc === "" && about !== undefined ? documentationOf(about).text : doc;
    return [row(name, typeCell(declarations, type), isOptional ? "optional" : required, sentence(text))];
  });
  return rows.length === 0 ? "" : table(argumentHead, rows);
}
