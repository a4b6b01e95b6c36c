import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process, and what tells it from a later one that has its number. */
export type ProcessMark = readonly [pid: number, birth: string];

/**
 * This process and those that have to live for its work to reach a state: its engine, and the launcher between them.
 * None where the system does not tell of one of them.
 *
 * @param generations how many parents, up to the engine
 */
export function ownLineage(generations: number): readonly ProcessMark[] {
  const lineage: ProcessMark[] = [];
  let { pid } = process;
  // The first process of a container has no parent.
  for (let generation = 0; generation <= generations && pid > 0; generation++) {
    const seen = look(pid);
    if (seen === undefined) return [];
    lineage.push([pid, seen.birth]);
    pid = seen.parent;
  }
  return lineage;
}

/**
 * Whether all of them live. What cannot be told counts as dead: then somebody looks at a history in vain, and nothing
 * runs twice.
 */
export const isAlive = (lineage: readonly ProcessMark[]): boolean =>
  lineage.length > 0 && lineage.every(([pid, birth]) => look(pid)?.birth === birth);

interface Seen {
  readonly birth: string;
  readonly parent: number;
}

/** Undefined for a process that is not there, or not any more, and where the system does not tell. */
function look(pid: number): Seen | undefined {
  try {
    return process.platform === "linux" ? lookInProc(pid) : askPs(pid);
  } catch {
    return undefined;
  }
}

function lookInProc(pid: number): Seen | undefined {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  // The program's name stands in parentheses, and may hold blanks and parentheses.
  const [state = "", parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = rest[17];
  if (ticks === undefined || "ZX".includes(state)) return undefined;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return { birth: `${boot} ${ticks}`, parent: Number(parent) };
}

function askPs(pid: number): Seen | undefined {
  const line = execFileSync("ps", ["-o", "ppid=,stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    timeout: 2_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [, parent, state = "", birth] = /^\s*(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line) ?? [];
  return birth === undefined || state.startsWith("Z") ? undefined : { birth, parent: Number(parent) };
}
