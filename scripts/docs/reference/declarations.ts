import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { typeText } from "./type-text.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What programs can name, and what that is made of. */
const files = [
  ...ts.sys.readDirectory(`${root}sdk`, [".ts"]),
  ...ts.sys.readDirectory(`${root}provider/services/sourcepipeline/functions`, [".ts"]),
  `${root}provider/services/sourcepipeline/pipeline/pipeline.ts`,
  `${root}provider/services/sourcepipeline/pipeline-run/run.ts`,
  `${root}provider/core/http/errors.ts`,
  `${root}provider/core/validation/find-by-name.ts`,
];

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;
type Callable = ts.FunctionDeclaration | ts.VariableDeclaration;

/** Types, and functions, by their names. */
export interface Declarations {
  readonly types: ReadonlyMap<string, Named>;
  readonly functions: ReadonlyMap<string, Callable>;
}

/** Reads what the sources of the SDK export; no types are checked. */
export function readDeclarations(): Declarations {
  const types = new Map<string, Named>();
  const functions = new Map<string, Callable>();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node);
      else if (ts.isClassDeclaration(node) && node.name) types.set(node.name.text, node);
      else if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
      else if (ts.isVariableStatement(node)) {
        for (const one of node.declarationList.declarations) functions.set(one.name.getText(), one);
      }
    });
  }
  return { types, functions };
}

/** A property of a type, as the page shows it. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly doc: string;
}

/**
 * The members of a type, one list for each of its forms: `{ name } | { id }` has two. Inherited members come first.
 *
 * @example membersOf(declarations, "Branch") // [[{ name: "repository", … }, { name: "name", … }]]
 */
export function membersOf(declarations: Declarations, name: string): Member[][] {
  const found = declarations.types.get(name);
  return found === undefined ? [] : formsOf(declarations, found);
}

function formsOf(declarations: Declarations, node: ts.Node): Member[][] {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
    const parents = (node.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((parent) => inherited(declarations, parent)),
    );
    return [mergeForms([[...parents.flat(), ...ownMembers(node.members)]])];
  }
  if (ts.isTypeLiteralNode(node)) return [ownMembers(node.members)];
  if (ts.isTypeAliasDeclaration(node) || ts.isParenthesizedTypeNode(node)) return formsOf(declarations, node.type);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((part) => formsOf(declarations, part));
  if (ts.isIntersectionTypeNode(node)) {
    const none: Member[][] = [[]];
    return node.types.reduce((forms, part) => combined(forms, formsOf(declarations, part)), none);
  }
  return ts.isTypeReferenceNode(node) ? membersOf(declarations, typeText(node)) : [];
}

const combined = (some: Member[][], others: Member[][]): Member[][] =>
  some.flatMap((one) => others.map((other) => [...one, ...other]));

function inherited(declarations: Declarations, parent: ts.ExpressionWithTypeArguments): Member[][] {
  const [type, keys] = parent.typeArguments ?? [];
  if (type === undefined) return membersOf(declarations, parent.expression.getText());
  const isPicked = ({ name }: Member): boolean => keys?.getText().includes(`"${name}"`) === true;
  return membersOf(declarations, typeText(type)).map((form) => form.filter(isPicked));
}

/** The members of all forms, each once: what not every form has is optional, and may be of the type of any. */
export function mergeForms(forms: readonly (readonly Member[])[]): Member[] {
  const all = forms.flat();
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const same = all.filter((member) => member.name === name);
    const type = [...new Set(same.map((member) => member.type))].join(" | ");
    const isMissing = !forms.every((form) => form.some((member) => member.name === name));
    const isOptional = isMissing || same.some((member) => member.isOptional);
    return same.slice(-1).map((member) => ({ ...member, type, isOptional }));
  });
}

/** Properties that may hold a value; methods and what is private have no row. */
const ownMembers = (members: ts.NodeArray<ts.Node>): Member[] =>
  members.flatMap((member): Member[] => {
    if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) return [];
    if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) return [];
    const type = member.type === undefined ? "" : typeText(member.type);
    if (type === "undefined") return [];
    const { text } = documentationOf(member);
    return [{ name: member.name.getText(), type, isOptional: member.questionToken !== undefined, doc: text }];
  });

/** What stands in the comment above a declaration. */
export interface Documentation {
  /** In one line. */
  readonly text: string;
  readonly examples: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
}

export function documentationOf(node: ts.Node): Documentation {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = ts.getJSDocTags(node).map((tag) => ({ tag, text: ts.getTextOfJSDocComment(tag.comment) ?? "" }));
  return {
    text: inOneLine(ts.getTextOfJSDocComment(comment?.comment) ?? ""),
    examples: tags.flatMap(({ tag, text }) => (tag.tagName.text === "example" ? [text.trim()] : [])),
    parameters: new Map(
      tags.flatMap(({ tag, text }) =>
        ts.isJSDocParameterTag(tag) ? [[tag.name.getText(), inOneLine(text)] as const] : [],
      ),
    ),
  };
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
