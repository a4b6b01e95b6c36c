import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createOwners, type Owners } from "../../core/resource/owners.ts";

/** How long an owner is believed, in milliseconds: longer than any command, shorter than an address takes to come again. */
const lifetimeMs = 3_600_000;

/**
 * The owners of one command, shared by its provider processes: files in a folder of the user's own, named after the
 * engine that started them. Without an engine, or where no such folder can be had, of this process alone.
 *
 * @param engine address of the engine
 * @param now milliseconds since the epoch
 */
export function commandOwners(engine: string | undefined, now: () => number): Owners {
  const alone = createOwners();
  const folder = engine === undefined ? undefined : ownFolder(engine);
  if (folder === undefined) return alone;
  const ownerOf = (key: string): string | undefined => {
    try {
      const file = join(folder, key);
      return now() - statSync(file).mtimeMs < lifetimeMs ? readFileSync(file, "utf8") : undefined;
    } catch {
      return alone.ownerOf(key);
    }
  };
  return {
    ownerOf,
    take: (key, owner) => {
      const present = ownerOf(key);
      if (present !== undefined) return present;
      try {
        writeFileSync(join(folder, key), owner, { mode: 0o600 });
      } catch {
        return alone.take(key, owner);
      }
      return owner;
    },
  };
}

function ownFolder(engine: string): string | undefined {
  try {
    const { uid } = userInfo();
    const base = join(tmpdir(), `ncloud-sourcepipeline-${String(uid)}`);
    const command = createHash("sha256").update(`${engine} ${startedBy()}`).digest("hex").slice(0, 16);
    const folder = join(base, command);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Somebody else could have made it first, to tell us lies.
    return uid < 0 || statSync(base).uid === uid ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The process that started the launcher of this one, where the system tells: an address alone comes again some day. */
function startedBy(): string {
  try {
    const status = readFileSync(`/proc/${String(process.ppid)}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[1] ?? "";
  } catch {
    return "";
  }
}
