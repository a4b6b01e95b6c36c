import ts from "typescript";

/** Types that only say when or where a value comes from. */
const wrappers: ReadonlySet<string> = new Set(["Input", "Inputs", "Output", "Promise"]);

/** Pulumi's names for plain types. */
const plain: Readonly<Record<string, string>> = { ID: "string", DependsOn: "Resource | Resource[]" };

/**
 * A type as the page shows it: that it may be an output, readonly or undefined is said once for all.
 *
 * @example typeText(parse("pulumi.Input<readonly pulumi.Input<Day>[] | undefined>")) // "Day[]"
 */
export function typeText(node: ts.TypeNode): string {
  if (ts.isParenthesizedTypeNode(node)) return typeText(node.type);
  if (ts.isTypeOperatorNode(node)) return typeText(node.type);
  if (ts.isArrayTypeNode(node)) return `${inBrackets(typeText(node.elementType))}[]`;
  if (ts.isUnionTypeNode(node)) {
    const parts = [...new Set(node.types.map(typeText))];
    return parts.filter((part) => part !== "undefined" || parts.length === 1).join(" | ");
  }
  if (ts.isTypeReferenceNode(node)) {
    const name = nameOf(node.typeName);
    const inner = node.typeArguments ?? [];
    if (inner[0] !== undefined && wrappers.has(name)) return typeText(inner[0]);
    const rest = inner.length === 0 ? "" : `<${inner.map(typeText).join(", ")}>`;
    // A readonly object is written as any other.
    if (name === "Readonly" && inner[0] !== undefined) return typeText(inner[0]);
    return plain[name] ?? `${name}${rest}`;
  }
  return node.getText().replaceAll(/\s+/g, " ");
}

const inBrackets = (text: string): string => (text.includes(" | ") ? `(${text})` : text);

/** The last part of a name: `Input` of `pulumi.Input`. */
const nameOf = (name: ts.EntityName): string => (ts.isIdentifier(name) ? name.text : name.right.text);
