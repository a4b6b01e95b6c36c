import type { Random } from "../../emulator/random.ts";
import { changeSettings, defaultSettings } from "../../emulator/settings/change-settings.ts";
import type { Settings } from "../../emulator/settings/settings-table.ts";

/** The conditions of one round. */
export interface Weather {
  /** No faults, no interrupts: then hardly anything may fail, however late the service shows what it was given. */
  readonly isCalm: boolean;
  /** In which of its possible forms the service answers. */
  readonly settings: Settings;
  /** Real milliseconds by which a create may come late; undefined for none. */
  readonly lateMs: number | undefined;
  /** The command is ended after this many requests; undefined for never. */
  readonly stop: { readonly after: number; readonly how: "interrupted" | "killed" } | undefined;
  readonly parallel: number;
  readonly continueOnError: boolean;
  readonly refreshFirst: boolean;
  /** Under which of the account's keys. */
  readonly key: "first" | "second";
}

/**
 * @param attemptMs how long the client waits for an answer, in real milliseconds
 */
export function rollWeather(random: Random, attemptMs: number): Weather {
  const oneOf = <const Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number): boolean => random() < share;
  const isCalm = chance(0.15);
  const settings = changeSettings(defaultSettings(), {
    missing: oneOf("400-340404", "404-340404", "404-300", "400-string"),
    duplicateNames: chance(0.2) ? "allowed" : "refused",
    createStatus: oneOf(200, 201),
    deleteStatus: oneOf(200, 204),
    emptyTrigger: oneOf("lists", "object", "null", "absent"),
    order: oneOf("kept", "shuffled"),
    errorInsideOk: chance(0.2),
    errorCodeAs: oneOf("number", "string"),
    visibilityDelayMs: chance(isCalm ? 0.8 : 0.3) ? 1_000 + Math.floor(random() * 20_000) : 0,
    quotaPerSecond: chance(0.1) ? 5 : 0,
  });
  return {
    isCalm,
    settings,
    lateMs: !isCalm && chance(0.1) ? attemptMs + 40 : undefined,
    stop:
      !isCalm && chance(0.2)
        ? { after: 1 + Math.floor(random() * 30), how: oneOf("interrupted", "killed") }
        : undefined,
    parallel: 4 + Math.floor(random() * 5),
    continueOnError: chance(0.2),
    refreshFirst: chance(0.4),
    key: isCalm || chance(0.8) ? "first" : "second",
  };
}
