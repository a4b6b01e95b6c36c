/*
 * A missing key, a refused one and an endpoint that nobody answers at meet every function and every resource of a
 * program, each with an error of its own.
 */

/** What is wrong with a resource: a line, which begins with the property where it is about one. */
export interface Finding {
  /** `Pipeline "shop"`. */
  readonly subject: string;
  readonly line: string;
}

/**
 * What is the same in all messages about one trouble with an account: which list was asked for is not.
 *
 * @example accountKey('Could not list SourceBuild projects at 127.0.0.1:4600: …') // "127.0.0.1:4600: …"
 */
const accountKey = (message: string): string => message.replace(/^Could not .*? at (?=\S+: )/, "");

/**
 * A line for each finding; what is wrong with an account, or with the way there, once and of no resource where more than
 * one met it.
 *
 * @example withoutRepetition([{ subject: 'Pipeline "shop"', line: "tasks: The list is empty." }])
 * // ['  Pipeline "shop", tasks: The list is empty.']
 */
export function withoutRepetition(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { line } of findings) counts.set(accountKey(line), (counts.get(accountKey(line)) ?? 0) + 1);
  const told = new Set<string>();
  return findings.flatMap(({ subject, line }) => {
    if (hasPath(line)) return [`  ${subject}, ${line}`];
    const key = accountKey(line);
    if (counts.get(key) === 1) return [`  ${subject}: ${line}`];
    if (told.has(key)) return [];
    told.add(key);
    return [`  ${line}`];
  });
}

/** Whether a line begins with a property. */
const hasPath = (line: string): boolean => /^[^\s:]+: /.test(line);
