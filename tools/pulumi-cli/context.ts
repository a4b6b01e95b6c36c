import { fileURLToPath } from "node:url";

/** What the search for a CLI takes from its surroundings. */
export interface Context {
  /** Variables such as PATH, HOME and PULUMI_HOME. */
  environment: NodeJS.ProcessEnv;
  /** Tells a person what goes on; called only when something has to be fetched or built. */
  say: (line: string) => void;
  /** A clock for elapsed times, in milliseconds. */
  now: () => number;
  /** Ends children and waits. */
  signal: AbortSignal;
  /** The script of the npm package `pulumi`, which downloads the release that it names. */
  launcher: string;
  /** What the launcher downloads first; asked beforehand, because the launcher itself waits without an end. */
  installerUrl: string;
  /** How long that answer may take, in milliseconds. */
  installerTimeoutMs: number;
}

/** The context of a process that a person started: its environment, and its standard error for what is told. */
export function processContext(signal = new AbortController().signal): Context {
  return {
    environment: process.env,
    say: (line) => process.stderr.write(`${line}\n`),
    now: () => performance.now(),
    signal,
    launcher: fileURLToPath(import.meta.resolve("pulumi/run.js")),
    installerUrl: "https://get.pulumi.com/install.sh",
    installerTimeoutMs: 5_000,
  };
}
