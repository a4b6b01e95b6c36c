import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** How a command is ended before its time. */
export type Ending = "interrupted" | "interrupted twice" | "killed";

/** When and how a command is ended. */
export interface CommandEnd {
  readonly how: Ending;
  /** Calls back at the moment, once, or never. */
  readonly when: (end: () => void) => void;
}

/** What a command left behind. */
export interface CommandResult {
  readonly code: number | null;
  /** Standard output and standard error, as a person would see them. */
  readonly output: string;
  /** How it was ended, if it was before it ended by itself. */
  readonly ended: Ending | undefined;
  /** Whether it had to be ended because it took too long. */
  readonly isTooLong: boolean;
  /** Processes that did not leave by themselves, by their command line. */
  readonly left: readonly string[];
}

interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly end?: CommandEnd | undefined;
}

/** Milliseconds that a command may take, and those that its processes have to leave afterwards. */
const most = { commandMs: 240_000, leaveMs: 60_000 };

/** Milliseconds between two Ctrl-C. */
const secondInterruptMs = 300;

/** Runs a command to its end, and waits until its processes have left. */
export async function runCommand(
  command: string,
  words: readonly string[],
  { cwd, env, end }: CommandOptions,
): Promise<CommandResult> {
  // A process group of its own: a signal must not reach this process.
  const child = spawn(command, words, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  let ended: Ending | undefined;
  end?.when(() => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    ended = end.how;
    endings[end.how](child);
  });
  let isTooLong = false;
  const limit = setTimeout(() => {
    isTooLong = true;
    child.kill("SIGKILL");
  }, most.commandMs);
  // Not "close": processes that outlive the command could keep its output open.
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("exit", resolve);
    child.on("error", reject);
  });
  clearTimeout(limit);
  return { code, output, ended, isTooLong, left: await awaitLeaving(cwd) };
}

const endings: Readonly<Record<Ending, (child: ChildProcess) => void>> = {
  interrupted: (child) => child.kill("SIGINT"),
  "interrupted twice": (child) => {
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGINT"), secondInterruptMs);
  },
  killed: (child) => child.kill("SIGKILL"),
};

/** The processes of a command work in its folder, and nobody else does. Those that stay are ended one by one. */
async function awaitLeaving(folder: string): Promise<string[]> {
  for (let waitedMs = 0; waitedMs < most.leaveMs; waitedMs += 100) {
    if (processesIn(folder).length === 0) return [];
    await pause(100);
  }
  const left = processesIn(folder);
  for (const { id } of left) end(id);
  return left.map(({ command }) => command);
}

function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has just left.
  }
}

/** Where the system does not show its processes, none is seen. */
function processesIn(folder: string): { id: number; command: string }[] {
  try {
    return readdirSync("/proc").flatMap((entry) => {
      try {
        if (!/^\d+$/.test(entry) || readlinkSync(`/proc/${entry}/cwd`) !== folder) return [];
        const command = readFileSync(`/proc/${entry}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        // What has ended and is not buried yet has no command line.
        return command === "" ? [] : [{ id: Number(entry), command }];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
