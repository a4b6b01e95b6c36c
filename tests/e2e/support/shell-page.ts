import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./sandbox.ts";

/** One shell block of a page. */
export interface ShellBlock {
  /** Line of the page on which it begins. */
  readonly line: number;
  readonly text: string;
  /** What the comment in front of it says of how it is run: `<!-- shell: keeps running -->`. */
  readonly marker: string | undefined;
}

/** The shell blocks of a page, in order. */
export function readShellBlocks(page: string): ShellBlock[] {
  const text = readFileSync(join(repository, page), "utf8");
  const blocks = text.matchAll(/(?:^<!-- shell: (.*) -->\n\n)?^```(?:sh|bash|shell|console)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(({ 0: whole, 1: marker, 2: body = "", index }) => ({
    line: text.slice(0, index + whole.indexOf("```")).split("\n").length,
    text: body,
    marker,
  }));
}

/**
 * One script of all blocks, as somebody types them one after the other into one terminal. A block that keeps running
 * has a terminal of its own; the next one waits until `ready` succeeds.
 *
 * @throws Error on a marker that it does not know.
 */
export function scriptOf(blocks: readonly ShellBlock[], ready: string): string {
  const parts = blocks.map(({ line, text, marker }) => {
    const head = `echo "--- the block on line ${String(line)}"\n`;
    if (marker === undefined) return `${head}${text}`;
    if (marker === "keeps running") return `${head}{\n${text}} &\n${ready}\n`;
    if (marker.startsWith("not run, ")) return `echo "--- the block on line ${String(line)} is ${marker}"\n`;
    throw new Error(`The marker "${marker}" on line ${String(line)} is not known.`);
  });
  return `set -eu\n${parts.join("")}echo "--- done"\n`;
}
