import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type Outcome, runCommand } from "../support/run-command.ts";

/** Somebody who follows a page: in a folder that was empty at the beginning, block by block, in one terminal. */
export interface Reader extends AsyncDisposable {
  readonly folder: string;
  /** Types a block, and waits for its end. */
  readonly type: (text: string) => Promise<Outcome>;
  /** Types a block into a terminal of its own, and waits for the first line that it prints. */
  readonly leaveRunning: (text: string) => Promise<string>;
}

/**
 * @param bin folder of the Pulumi CLI
 * @param registry where npm gets packages from
 * @param variables what is set before the page is read
 */
export function createReader(bin: string, registry: string, variables: Record<string, string>): Reader {
  const root = mkdtempSync(join(tmpdir(), "reader-"));
  const folder = join(root, "empty");
  mkdirSync(folder);
  mkdirSync(join(root, "cache"));
  // What npm once downloaded need not come again, but what `npx` installed for another test must not be found.
  symlinkSync(join(homedir(), ".npm", "_cacache"), join(root, "cache", "_cacache"));
  const state = join(root, "state.sh");
  writeFileSync(state, `cd ${folder}\n`);
  const environment = {
    ...machineVariables(bin),
    npm_config_registry: registry,
    npm_config_cache: join(root, "cache"),
    npm_config_yes: "true",
    npm_config_audit: "false",
    npm_config_prefer_offline: "true",
    npm_config_update_notifier: "false",
    ...variables,
  };
  const terminals: ChildProcess[] = [];

  // The folder and the variables of a terminal hold from block to block.
  const inTerminal = (text: string): string =>
    `. ${state}\n${text}\n{ export -p; printf 'cd %q\\n' "$PWD"; } >${state}\n`;
  const words = (text: string): string[] => ["--noprofile", "--norc", "-euo", "pipefail", "-c", inTerminal(text)];

  return {
    folder,
    type: (text) => runCommand("bash", words(text), { cwd: folder, env: environment }),
    leaveRunning: async (text) => {
      const child = spawn("bash", words(text), {
        cwd: folder,
        env: environment,
        detached: true,
        stdio: ["ignore", "pipe", "ignore"],
      });
      terminals.push(child);
      const lines = createInterface({ input: child.stdout });
      const [line] = (await once(lines, "line")) as [string];
      return line;
    },
    [Symbol.asyncDispose]: async () => {
      for (const { pid } of terminals) if (pid !== undefined) process.kill(-pid, "SIGTERM");
      await Promise.all(terminals.map(async (child) => child.exitCode ?? child.signalCode ?? once(child, "exit")));
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As on a machine where this repository is not: nothing that npm sets for its scripts, no programs of packages. */
function machineVariables(bin: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|pulumi_|ncloud_|git_)/i.test(name));
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((entry) => !entry.includes("node_modules"));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    PATH: [bin, dirname(process.execPath), ...path].join(delimiter),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "reader",
    GIT_AUTHOR_EMAIL: "reader@localhost",
    GIT_COMMITTER_NAME: "reader",
    GIT_COMMITTER_EMAIL: "reader@localhost",
  };
}
