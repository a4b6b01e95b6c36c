import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** Small texts in a folder of the user's own, shared by the processes of a machine. */
export interface SharedTexts {
  /** Undefined when there is none, or when it is too old to be believed. */
  read(key: string): string | undefined;
  /** @returns whether it could be written */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

/**
 * Opens such a folder below the system's for temporary files; undefined where none can be had.
 *
 * @param name of the folder
 * @param lifetimeMs how long a text is believed
 * @param now milliseconds since the epoch
 */
export function openSharedTexts(name: string, lifetimeMs: number, now: () => number): SharedTexts | undefined {
  const folder = ownFolder(name);
  if (folder === undefined) return undefined;
  removeExpired(folder, lifetimeMs, now);
  return {
    read: (key) => {
      try {
        const file = join(folder, key);
        return now() - statSync(file).mtimeMs < lifetimeMs ? readFileSync(file, "utf8") : undefined;
      } catch {
        return undefined;
      }
    },
    write: (key, text) => {
      try {
        writeFileSync(join(folder, key), text, { mode: 0o600 });
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => {
      try {
        rmSync(join(folder, key), { force: true });
      } catch {
        // What cannot be removed is not believed for ever.
      }
    },
  };
}

/** What is too old to be believed is of no use to anybody. */
function removeExpired(folder: string, lifetimeMs: number, now: () => number): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (now() - statSync(file).mtimeMs >= lifetimeMs) rmSync(file, { force: true });
    }
  } catch {
    // Another process was faster, or may remove what this one may not.
  }
}

function ownFolder(name: string): string | undefined {
  try {
    const { uid } = userInfo();
    const base = join(tmpdir(), `ncloud-sourcepipeline-${String(uid)}`);
    const folder = join(base, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Somebody else could have made it first, to tell us lies.
    return uid < 0 || statSync(base).uid === uid ? folder : undefined;
  } catch {
    return undefined;
  }
}
