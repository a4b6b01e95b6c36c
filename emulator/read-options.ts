import { hostNameReader } from "./http/allowed-hosts.ts";
import { defaultKeys, type EmulatorOptions } from "./options.ts";
import { readValue } from "./shape/read-value.ts";
import { check, instant, listOf, optional, positive } from "./shape/shape.ts";
import { readSeed } from "./world/read-seed.ts";
import { sampleSeed } from "./world/sample-seed.ts";

/** Faster, and a run of a day would be over within a timer of the machine. */
const speedReader = check<number>(
  "a number from 0 to 1000000",
  (value) => Number(value) >= 0 && Number(value) <= 1_000_000,
);

/**
 * The options of an emulator, checked and complete.
 *
 * @throws ShapeError that names the option and every problem.
 */
export function readOptions(options: EmulatorOptions) {
  const time = readValue("time", optional(instant), options.time);
  return {
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    allowHosts: readValue("allowHosts", listOf(hostNameReader), options.allowHosts),
    keys: {
      accessKey: options.accessKey ?? defaultKeys.accessKey,
      secretKey: options.secretKey ?? defaultKeys.secretKey,
    },
    seed: readSeed("seed", options.seed ?? sampleSeed),
    stateFile: options.stateFile,
    /** Milliseconds since the epoch; undefined for now. */
    time: time === undefined ? undefined : Date.parse(time),
    speed: readValue("speed", optional(speedReader), options.speed) ?? 1,
    keepRuns: readValue("keepRuns", optional(positive), options.keepRuns),
  };
}
