import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a state file, as the lock file beside it says. */
export interface LockHolder {
  readonly pid: number;
  /** Name of the machine: a number of a process means nothing on another one. */
  readonly machine: string;
  /** Tells the process from a later one with its number; see `birthOf`. */
  readonly birth: string;
  /** Of the emulator. */
  readonly url: string;
  /** Differs from lock to lock. */
  readonly token: string;
}

/** What can be found out about processes. */
export interface Machine {
  readonly name: string;
  readonly isRunning: (pid: number) => boolean;
  /** What two processes with the same number differ in; undefined when it cannot be found out. */
  readonly birthOf: (pid: number) => string | undefined;
}

export const thisMachine: Machine = { name: hostname(), isRunning, birthOf };

/**
 * Whether a lock counts: its holder is running, or may be. A process of another machine, a container for instance,
 * cannot be seen from here.
 */
export function isHeld({ pid, machine, birth }: LockHolder, { name, isRunning, birthOf }: Machine): boolean {
  if (machine !== name) return true;
  if (!isRunning(pid)) return false;
  const present = birthOf(pid);
  return present === undefined || present === birth;
}

/** The holder that a lock file names; undefined when it is not, or not yet, a whole one. */
export function parseHolder(text: string): LockHolder | undefined {
  const { pid, machine, birth, url, token } = parse(text);
  const isWhole = [machine, birth, url, token].every((part) => typeof part === "string");
  // The token becomes a part of a file's name.
  if (!isWhole || !Number.isSafeInteger(pid) || !/^[\w-]+$/.test(token as string)) return undefined;
  return { pid, machine, birth, url, token } as LockHolder;
}

function parse(text: string): Partial<Record<keyof LockHolder, unknown>> {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Linux says when a process started, in ticks since the boot that it names: containers give the same small numbers to
 * processes again and again. Elsewhere only this process can be told apart.
 */
function birthOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22; the name of the program, field 2, stands in parentheses and may hold blanks.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot} ${String(ticks)}`;
  } catch {
    return pid === process.pid ? String(performance.timeOrigin) : undefined;
  }
}
