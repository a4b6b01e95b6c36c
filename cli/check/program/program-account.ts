import {
  accessKeyFingerprint,
  type Configuration,
  ConfigurationError,
} from "../../../provider/config/configuration.ts";
import type { Settings } from "../../../provider/config/settings.ts";
import { settingNames } from "../../../provider/config/settings.ts";
import { createSession, type Session } from "../../../provider/core/session.ts";
import { isUnknown } from "../../../provider/core/validation/unknown.ts";
import { configurationOf, toStandardError } from "../../account/connect-account.ts";

/** The account of pipelines as a check without an engine sees it. */
export interface ProgramAccount {
  /** Its `validation` is `full` where names and ids are looked up. */
  readonly session: Session;
  /** What is looked up, or why nothing is, a sentence. */
  readonly note: string;
}

/**
 * The account that some settings lead to, with the environment and `~/.ncloud/configure`. It is asked where its keys are
 * at hand: those that are encrypted in a stack are not.
 *
 * @throws ConfigurationError for a value that is not known
 */
export function programAccount(settings: Settings, isOffline: boolean): ProgramAccount {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  const readable: Settings = Object.fromEntries(given.filter(([, value]) => !isUnknown(value)));
  // All but the keys has to be right whether somebody is asked or not.
  const configuration = configurationOf({ accessKey: "none", secretKey: "none", ...readable });
  const offline = (why: string): ProgramAccount => ({
    session: sessionOf({ ...configuration, validation: "offline" }),
    note: `Names and ids were not looked up: ${why}`,
  });
  if (isOffline) return offline("--offline was given.");
  if (configuration.validation === "offline") return offline("ncloud:validation is offline.");
  const hidden = given.flatMap(([name, value]) => (isUnknown(value) ? [`ncloud:${name}`] : []));
  if (hidden.length > 0) return offline(`${hidden.join(" and ")} cannot be read without the engine.`);
  try {
    const session = sessionOf(configurationOf(readable));
    const { endpoint, location } = session;
    return { session, note: `Names and ids were looked up at ${endpoint}, region ${location.region}.` };
  } catch (error) {
    if (error instanceof ConfigurationError) return offline(error.message);
    throw error;
  }
}

function sessionOf({ endpoint, location, accessKey, secretKey, validation, silence }: Configuration): Session {
  return createSession({
    location,
    endpoint,
    accessKeyFingerprint: accessKeyFingerprint(accessKey),
    validation,
    silence,
    client: { endpoint, region: location.region, accessKey, secretKey, log: toStandardError },
    now: Date.now,
  });
}

/** The settings among values with full keys, such as `ncloud:region`. */
export function settingsAmong(valueOf: (key: string) => unknown): Settings {
  const entries = settingNames.map((name) => [name, valueOf(`ncloud:${name}`)] as const);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === "string"));
}
