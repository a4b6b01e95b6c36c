import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ShapeError } from "../shapes/shape-error.ts";
import { isHeld, type LockHolder, type Machine, parseHolder, thisMachine } from "./lock-holder.ts";
import { hasCode } from "./state-file.ts";

/** A state file that nobody else writes to. */
export interface StateLock {
  /** Lets others have the file. */
  readonly release: () => Promise<void>;
}

/** A lock file that is being written is waited for: so often, with so many milliseconds in between. */
const patience = { attempts: 20, pause: 25 };

/**
 * Takes a state file for this process: a file beside it says who has it. The lock of a process that is gone is taken
 * over.
 *
 * @param url of the emulator, for whoever wants the file, too.
 * @throws StateFileInUseError when another one has it; ShapeError when the folder cannot be written to.
 */
export async function acquireLock(stateFile: string, url: string, machine: Machine = thisMachine): Promise<StateLock> {
  const lockFile = `${stateFile}.lock`;
  const { pid } = process;
  const holder: LockHolder = {
    pid,
    machine: machine.name,
    birth: machine.birthOf(pid) ?? "",
    url,
    token: randomUUID(),
  };
  try {
    await mkdir(dirname(lockFile), { recursive: true });
    for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
      if (await create(lockFile, holder)) return lockOf(lockFile, holder);
      const present = await readHolder(lockFile);
      if (present !== undefined) {
        if (isHeld(present, machine)) throw new StateFileInUseError(stateFile, lockFile, present, machine);
        if (await takeOver(lockFile, present, holder)) return lockOf(lockFile, holder);
      }
      await wait(patience.pause);
    }
  } catch (error) {
    if (error instanceof StateFileInUseError) throw error;
    throw new ShapeError(stateFile, [`it cannot be locked: ${error instanceof Error ? error.message : String(error)}`]);
  }
  throw new ShapeError(stateFile, [`its lock ${lockFile} cannot be read. Delete the lock if no emulator is running`]);
}

const lockOf = (lockFile: string, { token }: LockHolder): StateLock => ({
  release: async () => {
    if ((await readHolder(lockFile))?.token === token) await rm(lockFile, { force: true });
  },
});

/** Writes a file that must not be there yet; gives false when it is. */
async function create(path: string, holder: LockHolder): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(holder)}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "";
    throw error;
  });
  return parseHolder(text);
}

/**
 * Replaces a lock that does not count any more. Of several processes that try at once, the one goes
 * on that makes the file named after the former lock; it looks again before it replaces it.
 */
async function takeOver(lockFile: string, former: LockHolder, holder: LockHolder): Promise<boolean> {
  const claim = `${lockFile}.${former.token}`;
  if (!(await create(claim, holder))) return false;
  try {
    if ((await readHolder(lockFile))?.token !== former.token) return false;
    await rename(claim, lockFile);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Another emulator writes to the state file; two would give the same ids twice. */
export class StateFileInUseError extends Error {
  /** Tells it from other errors. */
  override readonly name = "StateFileInUseError";

  constructor(stateFile: string, lockFile: string, { pid, url, machine }: LockHolder, here: Machine) {
    const isHere = machine === here.name;
    const parts = [
      `The state file ${stateFile} is in use by process ${pid}${isHere ? "" : ` of the machine ${machine}`}, the emulator at ${url}.`,
      "Stop that one, or give this one a file of its own with --state.",
      ...(isHere ? [] : [`If that one is gone, which cannot be seen from here, delete ${lockFile}.`]),
    ];
    super(parts.join(" "));
  }
}
