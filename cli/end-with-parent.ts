import { readFileSync } from "node:fs";

/** Milliseconds between two checks. */
const pace = 500;

/**
 * Ends this process when what runs it has ended, if it was started by npm, npx or another runner of packages: killing
 * one of those leaves behind what it runs. What somebody else started is none of our business, nor is what is on its own
 * already when this is called: in a session of its own, or in the background of a script that has ended.
 *
 * @param end called once
 */
export function endWithParent(environment: NodeJS.ProcessEnv, end: () => void): void {
  if (!isRunByPackageRunner(environment)) return;
  const isGone = process.platform === "linux" ? ancestorsChanged() : parentChanged();
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    end();
  }, pace);
  timer.unref();
}

/** They all set their name in the environment of what they run, and what it is: a script, `npx`. */
export const isRunByPackageRunner = ({
  npm_config_user_agent: agent,
  npm_lifecycle_event: event,
}: NodeJS.ProcessEnv): boolean => (agent ?? event ?? "") !== "";

/** A process whose parent ends gets another one. Names are not read again: a shell may become its last command. */
function ancestorsChanged(): () => boolean {
  const ancestors = ancestorsOf(process.pid, readProcess);
  const children = [process.pid, ...ancestors];
  return () => ancestors.some((ancestor, index) => readProcess(children[index] ?? 0)?.parent !== ancestor);
}

/** Where processes are no files, the parent alone is read. */
function parentChanged(): () => boolean {
  const first = process.ppid;
  return () => process.ppid !== first;
}

/** A process. */
export interface ProcessInfo {
  /** Name of its program, as `bash`. */
  readonly name: string;
  readonly parent: number;
  readonly session: number;
}

/** Looks a process up; undefined when it has ended, or on a system that does not show it. */
export type ReadProcess = (id: number) => ProcessInfo | undefined;

/**
 * The processes that run another one: its parent, and as far as these are shells, which only wait for it, theirs. A
 * process that was put into a session of its own is run by nobody.
 *
 * @example ancestorsOf(process.pid, readProcess) // [5091, 5067]: the shell of `npm exec`, and npm
 */
export function ancestorsOf(id: number, read: ReadProcess): number[] {
  const self = read(id);
  if (self === undefined) return [];
  const found: number[] = [];
  for (let next: number | undefined = self.parent; next !== undefined && next > 0;) {
    const ancestor = read(next);
    if (ancestor?.session !== self.session) break;
    found.push(next);
    next = shells.has(ancestor.name) ? ancestor.parent : undefined;
  }
  return found;
}

const shells: ReadonlySet<string> = new Set(["ash", "bash", "busybox", "dash", "fish", "ksh", "sh", "zsh"]);

/** Reads a process where Linux shows it. */
export const readProcess: ReadProcess = (id) => {
  try {
    return parseProcess(readFileSync(`/proc/${id}/stat`, "latin1"));
  } catch {
    return undefined;
  }
};

/** @example parseProcess("42 (sh) S 7 42 5 0") // { name: "sh", parent: 7, session: 5 } */
export function parseProcess(text: string): ProcessInfo | undefined {
  // The name may hold anything, parentheses and blanks included.
  const [, name, parent, session] = /^\d+ \((.*)\) \S (\d+) \d+ (\d+)/s.exec(text) ?? [];
  return name === undefined ? undefined : { name, parent: Number(parent), session: Number(session) };
}
