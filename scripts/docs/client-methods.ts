import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Where the types of a client are, and how programs reach it. */
export interface ClientTypes {
  /** Below `sdk/client`. */
  readonly file: string;
  /** Name of the interface. */
  readonly name: string;
  /** What stands in front of a method: `client`, `client.sourceBuild`. */
  readonly holder: string;
}

/**
 * How each method of the public clients is called, by what stands in front of its bracket, as their types have it.
 *
 * @example clientMethods([pipelines]).get("client.getBranches") // "client.getBranches(request: { …"
 */
export function clientMethods(clients: readonly ClientTypes[]): ReadonlyMap<string, string> {
  const sources = clients.map(({ file }) => fileURLToPath(new URL(`../../sdk/client/${file}`, import.meta.url)));
  const program = ts.createProgram(sources, options);
  return new Map(clients.flatMap((client, index) => methodsOf(program, sources[index] ?? "", client)));
}

function methodsOf(program: ts.Program, source: string, { name, holder }: ClientTypes): [string, string][] {
  const checker = program.getTypeChecker();
  const declared = program
    .getSourceFile(source)
    ?.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  if (declared === undefined) throw new Error(`There is no interface ${name} in ${source}.`);

  const textOf = (type: ts.Type): string => checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const membersOf = (type: ts.Type): string => {
    const members = checker.getPropertiesOfType(type).map((member) => {
      const text = textOf(checker.getTypeOfSymbol(member));
      const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
      return isOptional ? `${member.name}?: ${text.replace(" | undefined", "")}` : `${member.name}: ${text}`;
    });
    return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
  };
  const signatureOf = (method: ts.Symbol): string => {
    const [call] = checker.getTypeOfSymbol(method).getCallSignatures();
    const [request] = call?.getParameters() ?? [];
    const result = call && checker.getAwaitedType(call.getReturnType());
    if (request === undefined || result === undefined) throw new Error(`${method.name} is not a call.`);
    const given = membersOf(checker.getTypeOfSymbol(request));
    const returned = isDeclaredHere(result) ? membersOf(result) : textOf(result);
    return `${holder}.${method.name}(request: ${given}): Promise<${returned}>;`;
  };
  const methods = checker.getPropertiesOfType(checker.getTypeAtLocation(declared));
  return methods.map((method) => [`${holder}.${method.name}`, signatureOf(method)]);
}

/** Unlike a type that programs can name, and look up in their editor. */
const isDeclaredHere = (type: ts.Type): boolean =>
  /\/client\/(operations|source-\w+)\.ts$/.test(type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName ?? "");

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
};
