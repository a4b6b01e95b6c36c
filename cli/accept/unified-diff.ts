/** Lines around a change, as every tool for patches has them. */
const context = 3;

/**
 * A change of one file as a patch that `git apply` and `patch -p1` take, in the folder that the path starts from; empty
 * when nothing changes. There is one hunk, from the first line that differs to the last.
 *
 * @param before undefined for a file that is to be made
 * @param after undefined for a file that is to be deleted
 * @example unifiedDiff("a.txt", "old\n", "new\n") // "--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-old\n+new\n"
 */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return "";
  const [one, other] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(one.length, other.length);
  const head = countWhile(shorter, (index) => one[index] === other[index]);
  const tail = countWhile(shorter - head, (index) => one.at(-1 - index) === other.at(-1 - index));

  const start = Math.max(0, head - context);
  const rest = Math.max(0, tail - context);
  const hunk = [
    ...one.slice(start, head).map((line) => written(" ", line)),
    ...one.slice(head, one.length - tail).map((line) => written("-", line)),
    ...other.slice(head, other.length - tail).map((line) => written("+", line)),
    ...one.slice(one.length - tail, one.length - rest).map((line) => written(" ", line)),
  ];
  const ranges = `-${range(start, one.length - rest)} +${range(start, other.length - rest)}`;
  return `--- ${side("a", path, before)}\n+++ ${side("b", path, after)}\n@@ ${ranges} @@\n${hunk.join("")}`;
}

const linesOf = (text = ""): string[] => (text === "" ? [] : text.split(/(?<=\n)/));

const side = (letter: string, path: string, text: string | undefined): string =>
  text === undefined ? "/dev/null" : `${letter}/${path}`;

/** The first line of nothing is 0. */
const range = (start: number, end: number): string => `${end === start ? start : start + 1},${end - start}`;

const written = (sign: string, line: string): string =>
  line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}
