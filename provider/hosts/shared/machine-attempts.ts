import { type Attempts, createAttempts } from "../../core/resource/attempts.ts";
import { openSharedTexts } from "./own-folder.ts";

/** How long an attempt is believed, in milliseconds: who has not come back after a day means something else. */
const lifetimeMs = 24 * 3_600_000;

/**
 * The attempts of all commands of a user on this machine: what one that was killed was about to do, the next one finds.
 *
 * @param now milliseconds since the epoch
 */
export function machineAttempts(now: () => number): Attempts {
  let opened: Attempts | undefined;
  // Programs without runs need no folder.
  const attempts = (): Attempts => (opened ??= openAttempts(now));
  return {
    find: (key) => attempts().find(key),
    save: (key, attempt) => attempts().save(key, attempt),
    remove: (key) => attempts().remove(key),
  };
}

function openAttempts(now: () => number): Attempts {
  const shared = openSharedTexts("attempts", lifetimeMs, now);
  if (shared === undefined) return createAttempts();
  return {
    find: (key) => parsed(shared.read(key)),
    save: (key, attempt) => void shared.write(key, JSON.stringify(attempt)),
    remove: (key) => {
      shared.remove(key);
    },
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
