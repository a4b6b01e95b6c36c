import { type Command, InvalidArgumentError, Option } from "commander";
import {
  createEmulator,
  defaultKeys,
  type Emulator,
  type EmulatorOptions,
  readSeedFile,
  type Seed,
  ShapeError,
} from "../../emulator/index.ts";
import { endWithParent } from "../end-with-parent.ts";

/** `sourcepipeline emulator`: runs the service on this machine until it is stopped. */
export function emulatorCommand(command: Command): Command {
  return command
    .option("--port <number>", "port to listen on, 0 for any free one", readPort, 4600)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--allow-host <name>", "further name that clients call it by; may be repeated", collect)
    .option("--access-key <key>", "access key that clients sign with", defaultKeys.accessKey)
    .addOption(
      new Option("--secret-key <key>", "secret key that clients sign with")
        .env("SOURCEPIPELINE_EMULATOR_SECRET_KEY")
        .default(defaultKeys.secretKey),
    )
    .option("--seed <file>", "JSON file with the state to start with")
    .option("--state <file>", "JSON file that keeps the state; one that exists wins over the seed")
    .option("--time <iso>", "where the emulator's clock starts")
    .option("--speed <number>", "emulated seconds per second, 0 stands still", readSpeed, 1)
    .option("--keep-runs <number>", "how many runs of each pipeline are kept", readCount, 500)
    .addOption(
      new Option("--log <form>", "log on standard error").choices(["pretty", "json", "silent"]).default("pretty"),
    )
    .action(run);
}

interface Flags extends Pick<
  EmulatorOptions,
  "port" | "host" | "accessKey" | "secretKey" | "time" | "speed" | "keepRuns" | "log"
> {
  allowHost?: string[];
  seed?: string;
  state?: string;
}

async function run(flags: Flags): Promise<void> {
  const starting = start(flags);
  // From the first moment on: what runs this process may end while a state file is being read.
  endWithParent(process.env, () => void starting.then(stop));
  const emulator = await starting;
  process.once("SIGINT", () => void stop(emulator));
  process.once("SIGTERM", () => void stop(emulator));
  const { url, accessKey, secretKey } = emulator;
  process.stdout.write(`${JSON.stringify({ url, accessKey, secretKey })}\n`);
}

const start = async ({ seed, state, allowHost, ...options }: Flags): Promise<Emulator> =>
  createEmulator({
    ...options,
    allowHosts: allowHost,
    stateFile: state,
    seed: seed === undefined ? undefined : await readSeed(seed),
  });

/** Ends in order: the state file is complete before the process leaves. */
async function stop(emulator: Emulator): Promise<void> {
  await emulator.close();
  process.exit(0);
}

async function readSeed(path: string): Promise<Seed> {
  const seed = await readSeedFile(path);
  if (seed === undefined) throw new ShapeError(path, ["there is no such file"]);
  return seed;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port < 65_536) return port;
  throw new InvalidArgumentError("Give a number from 0 to 65535.");
}

function readCount(value: string): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("Give a whole number from 1.");
}

function readSpeed(value: string): number {
  const speed = Number(value);
  if (value.trim() !== "" && Number.isFinite(speed) && speed >= 0) return speed;
  throw new InvalidArgumentError("Give a number from 0.");
}
