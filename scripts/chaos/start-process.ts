import type { Location } from "../../provider/core/location.ts";
import { createLimiters, type Timeouts } from "../../provider/core/http/index.ts";
import { accessKeyFingerprint } from "../../provider/config/configuration.ts";
import { type Attempts, createAttempts } from "../../provider/core/resource/attempts.ts";
import { createOwners, type Owners } from "../../provider/core/resource/owners.ts";
import { createSession, type Host, type Session } from "../../provider/core/session.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface ProcessOptions {
  readonly url: string;
  readonly keys: { readonly accessKey: string; readonly secretKey: string };
  readonly time: Pick<VirtualTime, "now" | "wait">;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Real time. */
  readonly timeouts?: Timeouts;
  /** Shared by the processes of one command. */
  readonly owners?: Owners;
  /** Shared by the commands of one machine. */
  readonly attempts?: Attempts;
}

/** A provider process as the engine starts one for each command: nothing is remembered from one to the next. */
export interface ProviderProcess {
  readonly host: Host;
  /** As Ctrl-C does. */
  readonly interrupt: () => void;
  /** As kill -9 does: nothing is asked or noted any more. */
  readonly kill: () => void;
  /** What the user was shown, with its level in front. */
  readonly messages: string[];
}

const home: Location = { region: "KR", platform: "vpc", site: "public" };

export function startProcess(options: ProcessOptions): ProviderProcess {
  const { url, keys, time, random, timeouts = {}, owners = createOwners(), attempts = createAttempts() } = options;
  const { now, wait } = time;
  const controller = new AbortController();
  const messages: string[] = [];
  let isKilled = false;
  const alive =
    <Arguments extends unknown[]>(action: (...given: Arguments) => void) =>
    (...given: Arguments): void => {
      if (!isKilled) action(...given);
    };
  const report = (level: string, message: string): void => void messages.push(`${level}: ${message}`);
  const limiters = createLimiters({ now, random, wait });

  const sessions = new Map<string, Session>();
  const sessionAt = (location: Location): Session =>
    createSession({
      location,
      endpoint: url,
      accessKeyFingerprint: accessKeyFingerprint(keys.accessKey),
      validation: "full",
      silence: new Set(),
      client: { endpoint: url, region: location.region, ...keys, now, random, wait, limiters, timeouts, log: report },
      now,
    });

  return {
    messages,
    interrupt: () => controller.abort(),
    kill: () => {
      isKilled = true;
      controller.abort();
    },
    host: {
      connect: (location = home) => {
        const key = Object.values(location).join(" ");
        const session = sessions.get(key) ?? sessionAt(location);
        sessions.set(key, session);
        return session;
      },
      report,
      owners,
      attempts: { ...attempts, save: alive(attempts.save), remove: alive(attempts.remove) },
      now,
      wait,
      signal: controller.signal,
      isAbandoned: () => isKilled,
      userZone: () => "UTC",
    },
  };
}
