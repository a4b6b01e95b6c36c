import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Terminal } from "@xterm/headless";
import xterm from "@xterm/headless";
import type { Emulator } from "../../../../emulator/index.ts";

const main = fileURLToPath(new URL("../../../../cli/main.ts", import.meta.url));

/** A command line in a process of its own. */
export interface StartedCommand {
  /** All that it wrote so far, standard error included where there is a terminal. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Waits until it has written something that matches. */
  readonly wrote: (text: RegExp) => Promise<void>;
  /** Presses Ctrl-C. */
  readonly interrupt: () => void;
  /** Stops reading what it writes. */
  readonly hangUp: () => void;
  /** Ends with its exit code. */
  readonly exit: Promise<number | null>;
}

interface CommandOptions {
  readonly emulator: Emulator;
  /** In a terminal of 30 lines and 100 columns, where Ctrl-C is a key. */
  readonly terminal?: boolean;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Starts `sourcepipeline` with the keys of an emulator. */
export function startCommand(
  words: readonly string[],
  { emulator, terminal, environment }: CommandOptions,
): StartedCommand {
  const { url, accessKey, secretKey } = emulator;
  const env = {
    ...process.env,
    TERM: "xterm-256color",
    CI: undefined,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    NCLOUD_API_GW: url,
    NCLOUD_ACCESS_KEY: accessKey,
    NCLOUD_SECRET_KEY: secretKey,
    ...environment,
  };
  const line = [process.execPath, main, ...words];
  const inTerminal = ["script", "-qec", `stty rows 30 cols 100 && exec ${line.map(quoted).join(" ")}`, "/dev/null"];
  const [command = "", ...rest] = terminal === true ? inTerminal : line;
  const child = spawn(command, rest, { env, stdio: ["pipe", "pipe", "pipe"], detached: true });

  let output = "";
  let errors = "";
  const listeners = new Set<() => void>();
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return {
    output: () => output,
    errors: () => errors,
    wrote: (text) =>
      new Promise((resolve, reject) => {
        const listener = (): void => {
          if (!text.test(output)) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
        listener();
        void exit.then(() => reject(new Error(`It ended without ${String(text)}:\n${output}\n${errors}`)));
      }),
    interrupt: () => {
      if (terminal === true) child.stdin.write("\u0003");
      else child.kill("SIGINT");
    },
    hangUp: () => void child.stdout.destroy(),
    exit,
  };
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** What a terminal shows after all of an output, line by line, without empty lines at the end. */
export async function screenOf(output: string): Promise<string[]> {
  const screen: Terminal = new xterm.Terminal({ cols: 100, rows: 30, allowProposedApi: true });
  await new Promise<void>((resolve) => screen.write(output, resolve));
  const { active } = screen.buffer;
  const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? "");
  return lines.slice(0, 1 + lines.findLastIndex((line) => line !== ""));
}
