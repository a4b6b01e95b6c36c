import type { ClientOptions } from "./http/index.ts";
import type { Location } from "./location.ts";
import type { Attempts } from "./resource/attempts.ts";
import type { Owners } from "./resource/owners.ts";

/**
 * How a message is shown: a passing line about what is being waited for, a line that stays, a line that counts as a
 * warning.
 */
type Level = "info" | "note" | "warning";

/** Shows a message to the user, on the row of a resource where one is named. */
export type Report = (level: Level, message: string, urn?: string) => void;

/** What the verbs need from whoever runs them; a test's host has a clock of its own, and no engine. */
export interface Host {
  /** Gives the session of a location; without one, of the location that is configured. */
  readonly connect: (location?: Location) => Session;
  readonly report: Report;
  /** Which resource owns what in this command. */
  readonly owners: Owners;
  /** What commands were about to do when they ended without a word. */
  readonly attempts: Attempts;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the user ends the command. */
  readonly signal: AbortSignal;
  /** Whether whoever runs the verbs went away without a word: then nobody asked for an end. */
  readonly isAbandoned: () => boolean;
  /** IANA name of the user's time zone: asked for only where a clock time is shown, because finding it takes long. */
  readonly userZone: () => string;
}

/** Where and as whom a session talks to the services, and how its checks are configured. */
export interface SessionOptions {
  readonly location: Location;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  readonly accessKeyFingerprint: string;
  /** Whether checks may ask the service (`full`), or look at what the program alone shows: `ncloud:validation`. */
  readonly validation: "full" | "offline";
  /** Codes of warnings that are not shown: `ncloud:silence`. */
  readonly silence: ReadonlySet<string>;
  /** What a client of a service is made with; the keys are in there, and nowhere else. */
  readonly client: ClientOptions;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * One account at one location in one process. What is made of it (clients, lists, what the checks know of each other)
 * is made once and belongs to it, so that a command's end clears everything.
 */
export interface Session extends Omit<SessionOptions, "client"> {
  /** Makes a client of a service of this account. */
  readonly createClient: <Client>(create: (options: ClientOptions) => Client) => Client;
  /**
   * The one thing of a kind that everybody in this session shares.
   *
   * @param create makes it when it is asked for the first time; the function itself is the key
   * @example const lists = session.shared(createLists);
   */
  readonly shared: <Thing>(create: (session: Session) => Thing) => Thing;
}

/** @param given things that are there from the start, by what would make them: a test's own client */
export function createSession(
  { client, ...options }: SessionOptions,
  given: ReadonlyMap<unknown, unknown> = new Map(),
): Session {
  const things = new Map(given);
  const session: Session = {
    ...options,
    createClient: (create) => create(client),
    shared: <Thing>(create: (session: Session) => Thing): Thing => {
      if (!things.has(create)) things.set(create, create(session));
      return things.get(create) as Thing;
    },
  };
  return session;
}
