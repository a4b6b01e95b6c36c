import { type Attempts, createAttempts } from "../../core/resource/attempts.ts";
import { backendScope } from "./backend-scope.ts";
import { isAlive, ownLineage, type ProcessMark } from "./living-process.ts";
import { openSharedTexts } from "./own-folder.ts";

/** How long an attempt is believed, in milliseconds: who has not come back after a day means something else. */
const lifetimeMs = 24 * 3_600_000;

/**
 * The attempts of all commands of a user on this machine: what one that was killed was about to do, the next one finds.
 *
 * @param now milliseconds since the epoch
 * @param generations how many parents this process has, up to its engine
 */
export function machineAttempts(now: () => number, generations: number): Attempts {
  let opened: Attempts | undefined;
  // Programs without runs need no folder.
  const attempts = (): Attempts => (opened ??= openAttempts(now, ownLineage(generations)));
  return {
    scope: backendScope(process.env, process.cwd()),
    find: (key) => attempts().find(key),
    isHeld: (key) => attempts().isHeld(key),
    save: (key, attempt) => attempts().save(key, attempt),
    remove: (key) => attempts().remove(key),
  };
}

/** Who saved an attempt; older versions did not say. */
interface Written {
  readonly writer?: readonly ProcessMark[];
}

function openAttempts(now: () => number, writer: readonly ProcessMark[]): Attempts {
  const shared = openSharedTexts("attempts", lifetimeMs, now);
  if (shared === undefined) return createAttempts();
  const own = new Set<string>();
  const writtenAt = (key: string): Written | undefined => parsed(shared.read(key));
  return {
    scope: "",
    find: (key) => {
      const { writer: _, ...attempt } = writtenAt(key) ?? {};
      return Object.keys(attempt).length === 0 ? undefined : attempt;
    },
    isHeld: (key) => {
      const written = writtenAt(key);
      return written !== undefined && (own.has(key) || isAlive(written.writer ?? []));
    },
    save: (key, attempt) => {
      own.add(key);
      shared.write(key, JSON.stringify({ ...attempt, writer }));
    },
    remove: (key) => {
      shared.remove(key);
    },
  };
}

function parsed(text: string | undefined): Written | undefined {
  try {
    return text === undefined ? undefined : ((JSON.parse(text) ?? undefined) as Written | undefined);
  } catch {
    return undefined;
  }
}
