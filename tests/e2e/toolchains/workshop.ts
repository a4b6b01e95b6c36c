import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Outcome, runCommand } from "../support/run-command.ts";
import { repository } from "../support/sandbox.ts";

/** The packed package, and the tools of other projects, each in the version that is tried. */
export interface Workshop extends Disposable {
  /** What a project's `package.json` names the packed package by. */
  readonly tarball: string;
  /** Makes a folder with files, by path; objects are written as JSON. */
  readonly project: (files: Readonly<Record<string, string | object>>) => string;
  /** Runs a tool by the name of its package here, with the file that it starts with. */
  readonly run: (folder: string, tool: readonly [name: string, file: string], ...words: string[]) => Promise<Outcome>;
  /** Runs npm. */
  readonly npm: (folder: string, ...words: string[]) => Promise<Outcome>;
}

/**
 * Installs the tools, once for all tests.
 *
 * @param tools versions by name, as `package.json` has them
 */
export async function openWorkshop(tools: Readonly<Record<string, string>>): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "toolchains-"));
  const variables = {
    ...process.env,
    NO_COLOR: "1",
    PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
  };
  const npm = (cwd: string, ...words: string[]): Promise<Outcome> => runCommand("npm", words, { cwd, env: variables });
  const must = async (outcome: Promise<Outcome>): Promise<void> => {
    const { code, output } = await outcome;
    if (code !== 0) throw new Error(output);
  };
  await must(npm(repository, "pack", "--ignore-scripts", "--pack-destination", folder));
  const home = join(folder, "tools");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, devDependencies: tools }));
  await must(npm(home, "install", "--prefer-offline", "--no-audit", "--no-fund"));

  // Each project begins with caches of its own where a tool keeps them beside the user's.
  const env = { ...variables, CI: "1", YARN_ENABLE_GLOBAL_CACHE: "false", YARN_ENABLE_TELEMETRY: "0" };
  return {
    tarball: `file:${join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "")}`,
    project: (files) => {
      const made = mkdtempSync(join(folder, "project-"));
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(made, path)), { recursive: true });
        writeFileSync(join(made, path), typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
      }
      return made;
    },
    run: (cwd, [name, file], ...words) => {
      const path = join(home, "node_modules", name, file);
      const isScript = /\.[cm]?js$/.test(file);
      return isScript
        ? runCommand(process.execPath, [path, ...words], { cwd, env })
        : runCommand(path, words, { cwd, env });
    },
    npm,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
