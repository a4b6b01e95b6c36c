/*
 * Text from the service in Markdown: a description may hold anything, and comments on pull requests are read by people
 * who trust them.
 */

/**
 * The most characters of a comment or of an issue's text. GitHub takes 65,536; the rest is for what workflows put
 * around it.
 */
export const commentLimit = 60_000;

/** A text as code in one line; it can neither end the code nor break a table, mention a person or start HTML. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  const longest = longestRun(line);
  if (longest === 0) return line.trim() === "" ? "" : `\`${line}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

/**
 * A text of many lines as a block of code; no backticks in it can end the block.
 *
 * @example fenced("a --> b", "mermaid") // "```mermaid\na --> b\n```"
 */
export function fenced(text: string, language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * As many of the first parts as fit, and a sentence about the others.
 *
 * @param limit characters of the result, the sentence included
 * @param separator what stands between two parts
 * @param sentence says that so many parts are missing; never longer for fewer parts
 */
export function bounded(
  parts: readonly string[],
  limit: number,
  sentence: (missing: number) => string,
  separator = "\n\n",
): string {
  const whole = parts.join(separator);
  if (whole.length <= limit) return whole;
  let room = limit - sentence(parts.length).length;
  const taken = parts.slice(
    0,
    Math.max(
      0,
      parts.findIndex((part) => (room -= part.length + separator.length) < 0),
    ),
  );
  return [...taken, sentence(parts.length - taken.length)].join(separator);
}

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
