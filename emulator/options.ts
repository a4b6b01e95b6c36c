import type { EmulatorAdmin } from "./admin/emulator-admin.ts";
import { isHostName } from "./http/check-host.ts";
import type { LogForm } from "./log.ts";
import type { Keys } from "./service.ts";
import { readValue } from "./shapes/read-value.ts";
import { between, instant, listOf, positive, stringThat } from "./shapes/values.ts";
import { sampleSeed } from "./state/sample-seed.ts";
import { readSeed } from "./state/seed-shape.ts";
import type { Seed } from "./state/seed.ts";

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
  /** The state at the start; a small sample unless given. */
  seed?: Seed | undefined;
  /** Where the state is kept; a file that exists wins over the seed. */
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
  /** Moves its clock, breaks its responses, shows its requests. */
  readonly admin: EmulatorAdmin;
  /** Ends all connections; the state file, if there is one, is complete afterwards. */
  close(): Promise<void>;
}

/** Faster, and a run of a day would be over within a timer of the machine. */
const speed = between(0, 1_000_000);

const hostName = stringThat('a host name or an address, without scheme and port, such as "emulator"', isHostName);

/**
 * The options of an emulator, checked and complete.
 *
 * @throws ShapeError that names the option and every problem.
 */
export function readOptions(options: EmulatorOptions) {
  const time = readValue("time", instant.optional(), options.time);
  return {
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    allowHosts: readValue("allowHosts", listOf(hostName), options.allowHosts),
    keys: {
      accessKey: options.accessKey ?? defaultKeys.accessKey,
      secretKey: options.secretKey ?? defaultKeys.secretKey,
    },
    seed: readSeed("seed", options.seed ?? sampleSeed),
    stateFile: options.stateFile,
    /** Milliseconds since the epoch; undefined for now. */
    time: time === undefined ? undefined : Date.parse(time),
    speed: readValue("speed", speed.optional(), options.speed) ?? 1,
    keepRuns: readValue("keepRuns", positive.optional(), options.keepRuns),
  };
}
