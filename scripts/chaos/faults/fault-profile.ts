import type { Random } from "../../../emulator/random.ts";
import { changeSettings, defaultSettings, type Settings } from "../../../emulator/settings.ts";

/** A command that is pointed to another account by mistake. */
export interface Mistake {
  readonly command: "preview" | "up" | "refresh" | "destroy";
  /** What is wrong: the endpoint, or the keys. */
  readonly by: "endpoint" | "key";
}

/** The conditions of one round. */
export interface FaultProfile {
  /** No faults, no interrupts: then hardly anything may fail, however late the service shows what it was given. */
  readonly isFaultless: boolean;
  /** In which of its possible forms the service answers. */
  readonly settings: Settings;
  /** Real milliseconds by which a create may come late; undefined for none. */
  readonly lateMs: number | undefined;
  /** The command is ended after this many requests; undefined for never. */
  readonly stop: { readonly after: number; readonly how: "interrupted" | "killed" } | undefined;
  readonly parallel: number;
  readonly continueOnError: boolean;
  readonly refreshFirst: boolean;
  readonly previewFirst: boolean;
  readonly command: "up" | "destroy";
  /** Under which of the account's keys. */
  readonly key: "first" | "second";
  readonly mistake: Mistake | undefined;
  /** Names of tasks that fail in runs. */
  readonly failing: readonly string[];
}

/**
 * @param attemptMs how long the client waits for an answer, in real milliseconds
 */
export function rollFaultProfile(random: Random, attemptMs: number): FaultProfile {
  const oneOf = <const Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chance = (share: number): boolean => random() < share;
  const isFaultless = chance(0.15);
  const settings = changeSettings(defaultSettings(), {
    missing: oneOf("400-340404", "404-340404", "404-300", "400-string"),
    duplicateNames: chance(0.2) ? "allowed" : "refused",
    createStatus: oneOf(200, 201),
    deleteStatus: oneOf(200, 204),
    emptyTrigger: oneOf("lists", "object", "null", "absent"),
    order: oneOf("kept", "shuffled"),
    errorInsideOk: chance(0.2),
    errorCodeAs: oneOf("number", "string"),
    visibilityDelayMs: chance(isFaultless ? 0.8 : 0.3) ? 1_000 + Math.floor(random() * 20_000) : 0,
    quotaPerSecond: chance(0.1) ? 5 : 0,
    listCap: chance(0.3) ? oneOf(10, 15, 16, 20) : 0,
    emptyRepository: oneOf("none", "master"),
    statusWords: oneOf("default", "upper", "build"),
    timeUnit: oneOf("ms", "s"),
    runningEnd: oneOf("null", "zero", "absent"),
    runWhileRunning: chance(isFaultless ? 0 : 0.2) ? "refused" : "allowed",
  });
  return {
    isFaultless,
    settings,
    lateMs: !isFaultless && chance(0.1) ? attemptMs + 40 : undefined,
    stop:
      !isFaultless && chance(0.2)
        ? { after: 1 + Math.floor(random() * 30), how: oneOf("interrupted", "killed") }
        : undefined,
    parallel: 4 + Math.floor(random() * 5),
    continueOnError: chance(0.2),
    refreshFirst: chance(0.4),
    previewFirst: chance(0.4),
    command: chance(0.05) ? "destroy" : "up",
    key: isFaultless || chance(0.8) ? "first" : "second",
    mistake: chance(0.25)
      ? { command: oneOf("preview", "up", "refresh", "destroy"), by: oneOf("endpoint", "key") }
      : undefined,
    failing: chance(0.2) ? ["build-1", "deploy"] : [],
  };
}
