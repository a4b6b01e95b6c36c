/** A shell block of a page. */
export interface ShellBlock {
  /** The line on which its text begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** Why it is not run, or that it stays in its terminal; without either it runs to its end. */
  readonly marker?: { readonly kind: "not run" | "stays"; readonly reason: string };
}

/** The shell blocks of a page in Markdown, in order. A marker is a comment right before its block. */
export function shellBlocks(page: string): ShellBlock[] {
  const lines = page.split("\n");
  return lines.flatMap((line, index) => {
    const indent = /^( *)```sh$/.exec(line)?.[1];
    if (indent === undefined) return [];
    const end = lines.indexOf(`${indent}\`\`\``, index);
    const text = lines.slice(index + 1, end).map((one) => one.slice(indent.length));
    const marker = markerOf(lines.slice(0, index).findLast((one) => one.trim() !== "") ?? "");
    return [{ line: index + 2, text: text.join("\n"), ...(marker && { marker }) }];
  });
}

function markerOf(line: string): ShellBlock["marker"] {
  const [, kind, reason = ""] = /^ *<!-- (not run|stays): (.+) -->$/.exec(line) ?? [];
  return kind === "not run" || kind === "stays" ? { kind, reason } : undefined;
}
