import type { EmulatorAdmin } from "./client/emulator-admin.ts";
import type { LogForm } from "./log/create-log.ts";
import type { Keys } from "./service.ts";
import type { Seed } from "./world/seed.ts";

/** The keys of an emulator that is given none. They open nothing else. */
export const defaultKeys: Keys = {
  accessKey: "EMULATOR-ACCESS-KEY",
  secretKey: "EMULATOR-SECRET-KEY-OPENS-NOTHING-ELSE",
};

/** How an emulator is started; everything may be left out. */
export interface EmulatorOptions {
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  /** `127.0.0.1` unless given: other machines cannot reach it. */
  host?: string | undefined;
  /** Further names under which the emulator is called, such as that of a container; without a port. */
  allowHosts?: readonly string[] | undefined;
  /** What clients name; `defaultKeys.accessKey` unless given. */
  accessKey?: string | undefined;
  /** What clients sign with; `defaultKeys.secretKey` unless given. */
  secretKey?: string | undefined;
  /** The world at the start; a small sample unless given. */
  seed?: Seed | undefined;
  /** Where the world is kept; a file that exists wins over the seed. */
  stateFile?: string | undefined;
  /** Where the emulator's clock starts, ISO text; now unless given. */
  time?: string | undefined;
  /** Emulated milliseconds per real one: 1 unless given, 0 stands still. */
  speed?: number | undefined;
  /** How many runs of each pipeline are kept: 500 unless given. A run that goes on is always kept. */
  keepRuns?: number | undefined;
  /** To standard error; `silent` unless given. */
  log?: LogForm | undefined;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Base URL without `/api/v1`, for `ncloud:endpoint`. */
  readonly url: string;
  /** What clients name. */
  readonly accessKey: string;
  /** What clients sign with. */
  readonly secretKey: string;
  /** Moves its clock, breaks its answers, shows what it got. */
  readonly admin: EmulatorAdmin;
  /** Ends all connections; the state file, if there is one, is complete afterwards. */
  close(): Promise<void>;
}
