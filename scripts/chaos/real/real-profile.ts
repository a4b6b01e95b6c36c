import type { Random } from "../../../emulator/random.ts";
import type { SettingsChange } from "../../../emulator/admin/emulator-admin.ts";
import type { Mistake } from "../faults/fault-profile.ts";
import type { Ending } from "./run-command.ts";

/** A command of a round. */
export interface PlannedCommand {
  readonly words: readonly string[];
  /** Ended after so many requests or so many milliseconds; undefined for never. */
  readonly end: { readonly how: Ending; readonly requests?: number; readonly afterMs?: number } | undefined;
}

/** The conditions of one round on the real engine. */
export interface RealProfile {
  readonly settings: SettingsChange;
  /** The share of requests that meet a fault, from 0 to 1. */
  readonly share: number;
  readonly commands: readonly PlannedCommand[];
  readonly mistake: Mistake | undefined;
  /** Whether a replacement is asked for by `--replace`, and not by a taint. */
  readonly byReplace: boolean;
}

const quick = ["--yes", "--skip-preview"];

/** Waits are real here, so what hangs, or shows only after many seconds, is left to the other engine. */
export function rollRealProfile(random: Random): RealProfile {
  const oneOf = <const Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number): boolean => random() < share;
  const settings: SettingsChange = {
    missing: oneOf("400-340404", "404-340404", "404-300", "400-string"),
    duplicateNames: chance(0.2) ? "allowed" : "refused",
    createStatus: oneOf(200, 201),
    deleteStatus: oneOf(200, 204),
    emptyTrigger: oneOf("lists", "object", "null", "absent"),
    order: oneOf("kept", "shuffled"),
    errorInsideOk: chance(0.2),
    errorCodeAs: oneOf("number", "string"),
    visibilityDelayMs: chance(0.3) ? 200 + Math.floor(random() * 2_500) : 0,
    listCap: chance(0.3) ? oneOf(10, 15, 16, 20) : 0,
    emptyRepository: oneOf("none", "master"),
    statusWords: oneOf("default", "upper", "build"),
    timeUnit: oneOf("ms", "s"),
    runWhileRunning: chance(0.2) ? "refused" : "allowed",
  };
  const planCommand = (): PlannedCommand => ({
    words: oneOf<readonly string[]>(
      ["up", ...quick],
      ["up", ...quick],
      ["up", ...quick, "--continue-on-error"],
      ["up", ...quick, "--refresh"],
      ["up", "--yes"],
      ["refresh", ...quick],
      ["preview"],
      chance(0.3) ? ["destroy", ...quick] : ["up", ...quick],
    ),
    end: chance(0.4)
      ? {
          how: oneOf("interrupted", "interrupted twice", "killed", "killed"),
          ...(chance(0.7)
            ? { requests: 1 + Math.floor(random() * 30) }
            : { afterMs: 300 + Math.floor(random() * 6_000) }),
        }
      : undefined,
  });
  return {
    settings,
    share: chance(0.2) ? 0 : 0.15,
    commands: chance(0.4) ? [planCommand(), planCommand()] : [planCommand()],
    mistake: chance(0.3)
      ? { command: oneOf("preview", "up", "refresh", "destroy"), by: oneOf("endpoint", "key") }
      : undefined,
    byReplace: chance(0.5),
  };
}
