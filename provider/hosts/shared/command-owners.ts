import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createOwners, type Owners } from "../../core/resource/owners.ts";
import { openSharedTexts } from "./own-folder.ts";

/** How long an owner is believed, in milliseconds: longer than any command, shorter than an address takes to come again. */
const lifetimeMs = 3_600_000;

/**
 * The owners of one command, shared by its provider processes: files in a folder of the user's own, named after the
 * engine that started them. Without an engine, or where no such folder can be had, of this process alone.
 *
 * @param engine address of the engine
 * @param now milliseconds since the epoch
 * @param starter tells the engine from another one that had its address before: its process
 */
export function commandOwners(engine: string | undefined, now: () => number, starter = startedBy()): Owners {
  const alone = createOwners();
  const shared = engine === undefined ? undefined : openSharedTexts(commandName(engine, starter), lifetimeMs, now);
  if (shared === undefined) return alone;
  const ownerOf = (key: string): string | undefined => shared.read(key) ?? alone.ownerOf(key);
  return {
    ownerOf,
    take: (key, owner) => ownerOf(key) ?? (shared.write(key, owner) ? owner : alone.take(key, owner)),
  };
}

const commandName = (engine: string, starter: string): string =>
  createHash("sha256").update(`${engine} ${starter}`).digest("hex").slice(0, 16);

/** The process that started the launcher of this one, where the system tells: an address alone comes again some day. */
function startedBy(): string {
  try {
    const status = readFileSync(`/proc/${String(process.ppid)}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[1] ?? "";
  } catch {
    return "";
  }
}
