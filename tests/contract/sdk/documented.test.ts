import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import ts from "typescript";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Every entry of the package that programs import. */
const entries = ["sdk/index.ts", "sdk/client/client.ts"].map((file) => join(repository, file));

const { config } = ts.readConfigFile(join(repository, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
  config: object;
};
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, repository);

/** What is exported, and all its members, as `Type.member`; with their declarations. */
function* publicOf(checker: ts.TypeChecker, source: ts.SourceFile): Generator<[string, ts.Node]> {
  const module = checker.getSymbolAtLocation(source);
  for (const symbol of module ? checker.getExportsOfModule(module) : []) {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    for (const declaration of (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? []) {
      if (ts.isSourceFile(declaration)) continue;
      yield [symbol.name, declaration];
      yield* membersOf(symbol.name, declaration);
    }
  }
}

function* membersOf(name: string, node: ts.Node): Generator<[string, ts.Node]> {
  const isHolder = ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);
  if (isHolder || (ts.isTypeLiteralNode(node) && isVariant(node))) {
    for (const member of node.members) {
      const { kind } = member;
      if (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Override)) continue;
      if (kind === ts.SyntaxKind.IndexSignature) continue;
      yield [`${name}.${member.name?.getText() ?? ts.SyntaxKind[kind]}`, member];
    }
  } else if (ts.isTypeAliasDeclaration(node)) yield* membersOf(name, node.type);
  else if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) {
    for (const part of node.types) yield* membersOf(name, part);
  } else if (ts.isParenthesizedTypeNode(node)) yield* membersOf(name, node.type);
}

/** A form of a union; not the type of a member, which the member's own words describe. */
const isVariant = (node: ts.TypeNode): boolean => !ts.isPropertySignature(node.parent);

const isDocumented = (node: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(ts.isVariableDeclaration(node) ? node.parent.parent : node).length > 0;

describe("what programs can name", function () {
  this.timeout(60_000);

  it("is documented, every member of it", () => {
    const program = ts.createProgram(entries, options);
    const checker = program.getTypeChecker();
    const all = entries.flatMap((entry) => [...publicOf(checker, program.getSourceFile(entry)!)]);
    const ours = all.filter(([, node]) => !node.getSourceFile().fileName.includes("node_modules"));
    expect(ours.length).to.be.greaterThan(300);
    expect(ours.filter(([, node]) => !isDocumented(node)).map(([name]) => name)).to.deep.equal([]);
  });
});
