import { ConfigurationError, resolveConfiguration, type Surroundings } from "../../config/configuration.ts";
import { readProfile } from "../../config/credentials-file.ts";
import { type Settings, settingNames } from "../../config/settings.ts";
import { isUnknown } from "../../core/validation/unknown.ts";
import { MissingKeysError } from "./grpc-errors.ts";
import { secret } from "./wire-values.ts";

/** What a check of the configuration came to. */
export interface CheckedSettings {
  readonly inputs: object;
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

type Given = Readonly<Record<string, unknown>>;

/** Settings of the engine's own about a provider. */
const engineSettings = ["version", "pluginDownloadURL", "__internal"];

/** Keys are secrets in the state even where the configuration has them in clear. */
const keys = ["accessKey", "secretKey"] as const;

/** Something in place of a key, where it is asked what else is wrong. */
const placeholders = { accessKey: "key", secretKey: "key" };

const surroundings: Surroundings = { environment: process.env, profile: readProfile };

/**
 * Checks a configuration as far as it is known. Every key of the namespace `ncloud:` comes here, those of other programs
 * included: what is not ours is left out.
 *
 * @example checkSettings({ platform: "vcp" }).problems // ['ncloud:platform: "vcp" is not known. Give one of …']
 */
export function checkSettings(given: Given): CheckedSettings {
  const ours = Object.entries(given).filter(([key]) => (settingNames as readonly string[]).includes(key));
  const own = Object.entries(given).filter(([key]) => engineSettings.includes(key));
  const isKey = (name: string): boolean => (keys as readonly string[]).includes(name);
  const sealed = ours.map(([name, value]) => [name, isKey(name) ? secret(value) : value] as const);
  const settings = settingsIn(given);
  // Each by itself first: all that is wrong is said at once. Together, and with the environment, there may be more.
  const alone = ours.map(([key]) => problemOf({ ...placeholders, [key]: settings[key as keyof Settings] }, bare));
  const together = problemOf({ ...placeholders, ...settings }, surroundings);
  return {
    inputs: Object.fromEntries([...own, ...sealed]),
    problems: [...new Set([...alone, together].filter((problem) => problem !== undefined))],
  };
}

/** No environment, and no file. */
const bare: Surroundings = { environment: {}, profile: () => undefined };

/** The settings among what the engine hands over; what is not known yet is not among them. */
export const settingsIn = (given: Given): Settings =>
  Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = given[name];
      return typeof value === "string" && value !== "" && !isUnknown(value) ? [[name, value]] : [];
    }),
  );

/** @throws MissingKeysError, which the engine shows with the commands that set the keys */
export function requireKeys(settings: Settings): void {
  const missing = keys.flatMap((key) => {
    const description = problemOf({ ...placeholders, ...settings, [key]: settings[key] }, surroundings);
    const isOther =
      description !== undefined && problemOf({ ...settings, ...placeholders }, surroundings) !== undefined;
    return description === undefined || isOther ? [] : [{ name: `ncloud:${key}`, description }];
  });
  if (missing.length > 0) throw new MissingKeysError(missing);
}

/** What is wrong with settings; undefined when nothing is. */
function problemOf(settings: Settings, around: Surroundings): string | undefined {
  try {
    resolveConfiguration(settings, around);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
}
