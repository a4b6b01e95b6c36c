import {
  accessKeyFingerprint,
  type Configuration,
  configurationAt,
  resolveConfiguration,
} from "../../config/configuration.ts";
import { readProfile } from "../../config/credentials-file.ts";
import type { Settings } from "../../config/settings.ts";
import { createLimiters, waitInRealTime as wait } from "../../core/http/index.ts";
import { type Location, regionCode } from "../../core/location.ts";
import { describeOrigin } from "../../core/resource/index.ts";
import { createSession, type Host, type Report, type Session } from "../../core/session.ts";

/** The sessions of a process, one for each endpoint, location and key, so that lists are read once. */
export interface Sessions {
  /**
   * The session under some settings; what they leave out comes from the environment.
   *
   * @param command what one command has read says nothing to the next, and a process of the Automation API runs many
   */
  readonly open: (settings: Settings, command: object) => Session;
  /**
   * Gives the session of any location, with the keys of some settings. Nothing is resolved before it is needed, and then
   * once for each location: the engine calls for every resource.
   */
  readonly connector: (settings: Settings, command: object) => Host["connect"];
}

/**
 * @param report where what is worth knowing of an endpoint goes, once in the process
 * @param isHeard whether there is somebody to report the origin to
 */
export function createSessions(report: Report, isHeard: () => boolean): Sessions {
  const sessions = new WeakMap<object, Map<string, Session>>();
  const limiters = createLimiters({ now: Date.now, random: Math.random, wait });
  /** What was reported in this process: several sessions may lead to one endpoint. */
  const reported = new Set<string>();

  function once(message: string, level: "note" | "warning"): void {
    if (reported.has(message)) return;
    reported.add(message);
    report(level, message);
  }

  function sessionFor(configuration: Configuration, command: object): Session {
    const { endpoint, location, accessKey, secretKey, warnings, validation, silence } = configuration;
    const ofCommand = sessions.get(command) ?? new Map<string, Session>();
    sessions.set(command, ofCommand);
    const region = regionCode(location.region);
    const { platform, site } = location;
    const key = JSON.stringify([endpoint, region, platform, site, accessKey, secretKey, validation, [...silence]]);
    const present = ofCommand.get(key);
    if (present) return present;
    for (const warning of warnings) once(warning, "warning");
    const session = createSession({
      location,
      endpoint,
      accessKeyFingerprint: accessKeyFingerprint(accessKey),
      validation,
      silence,
      client: { endpoint, region, accessKey, secretKey, limiters, log: report },
      now: Date.now,
    });
    ofCommand.set(key, session);
    return session;
  }

  return {
    open: (settings, command) => sessionFor(configurationOf(settings), command),
    connector: (settings, command) => {
      const made = new Map<string | undefined, Session>();
      return (location) => {
        const present = made.get(location && keyOf(location));
        if (present) return present;
        const configuration = configurationOf(settings);
        const session = sessionFor(
          location === undefined ? configuration : configurationAt(configuration, location),
          command,
        );
        // Most states name the location that is configured.
        made.set(location && keyOf(location), session).set(keyOf(session.location), session);
        // What is about to be read and changed, and as whom.
        if (isHeard()) once(`SourcePipeline at ${describeOrigin(session)}.`, "note");
        return session;
      };
    },
  };
}

const keyOf = ({ region, platform, site }: Location): string => [region, platform, site].join(" ");

const configurationOf = (settings: Settings): Configuration =>
  resolveConfiguration(settings, { environment: process.env, profile: readProfile });
