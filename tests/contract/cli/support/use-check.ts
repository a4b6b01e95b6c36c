import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator } from "../../../../emulator/index.ts";
import { type Outcome, runCommand } from "../../../e2e/support/run-command.ts";
import { makeProject } from "./make-project.ts";

const main = fileURLToPath(new URL("../../../../cli/main.ts", import.meta.url));

export interface Report {
  errors: number;
  warnings: number;
  failures: string[];
  notes: string[];
  pipelines: CheckedInReport[];
  runs: CheckedInReport[];
}

interface CheckedInReport {
  subject: string;
  problems: { code: string; path: string; what: string; hint: string }[];
}

/** What tests of `sourcepipeline check` share: an emulator for all of a block, and the command, run against it. */
export function useCheck() {
  let emulator: Emulator;
  before(async () => {
    emulator = await createEmulator({ log: "silent" });
  });
  after(() => emulator.close());

  const environment = (): Record<string, string> => ({
    PATH: process.env["PATH"] ?? "",
    HOME: "/nonexistent",
    NCLOUD_API_GW: emulator.url,
  });
  const keys = (): Record<string, string> => ({
    NCLOUD_ACCESS_KEY: emulator.accessKey,
    NCLOUD_SECRET_KEY: emulator.secretKey,
  });
  /** Runs the command in a project's folder. */
  const run = (folder: string, env: Record<string, string>, ...words: string[]): Promise<Outcome> =>
    runCommand(process.execPath, [main, "check", ...words], { cwd: folder, env: { ...environment(), ...env } });

  /** What is found in the program of some files, without keys unless given. */
  const report = async (
    files: Readonly<Record<string, string>>,
    env: Record<string, string> = {},
    ...words: string[]
  ): Promise<Report> => {
    using project = makeProject(files);
    const { stdout, output } = await run(project.folder, env, "--json", ...words);
    try {
      return JSON.parse(stdout) as Report;
    } catch {
      throw new Error(output);
    }
  };
  /** The operations that were asked for since the last call. */
  const calls = async (): Promise<string[]> => {
    const log = (await (await fetch(`${emulator.url}/_emulator/requests`)).json()) as { operation: string | null }[];
    await fetch(`${emulator.url}/_emulator/requests`, { method: "DELETE" });
    return log.flatMap(({ operation }) => operation ?? []);
  };

  return { url: () => emulator.url, keys, run, report, calls };
}

/** What was found, a line each. */
export const told = ({ pipelines, runs }: Report): string[] =>
  [...pipelines, ...runs].flatMap(({ subject, problems }) =>
    problems.map(({ code, path }) => `${subject} ${path} ${code}`),
  );
