import type { LockHolder, Machine } from "./lock-holder.ts";

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
