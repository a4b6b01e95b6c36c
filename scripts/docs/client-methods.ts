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
 * How each method of a public client is called, by operation, as its types have it.
 *
 * @example clientMethods(pipelines).get("getBranches") // "client.getBranches(request: { repositoryName: PathId }): …"
 */
export function clientMethods({ file, name, holder }: ClientTypes): ReadonlyMap<string, string> {
  const source = fileURLToPath(new URL(`../../sdk/client/${file}`, import.meta.url));
  const program = ts.createProgram([source], options);
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
  return new Map(methods.map((method) => [method.name, signatureOf(method)]));
}

/** Unlike a type that programs can name, and look up in their editor. */
const isDeclaredHere = (type: ts.Type): boolean =>
  type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName.includes("/sdk/client/") ?? false;

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
};
