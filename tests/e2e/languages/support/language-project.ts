import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { writeSdk } from "../../../../scripts/sdks/write-sdk.ts";
import { processContext } from "../../../../tools/pulumi-cli/context.ts";
import { ensureLanguage } from "../../../../tools/pulumi-languages/ensure-languages.ts";
import { createSandbox, repository, type Sandbox } from "../../support/sandbox.ts";
import type { Language } from "./languages.ts";

/** A copy of the repository's examples of a language, with SDKs and the plugin where they look for them. */
export interface Workplace extends AsyncDisposable {
  /** A project on the real engine: the example, changed by a function of its text, with an emulator of its own. */
  readonly open: (change?: (program: string) => string) => Promise<Project>;
}

/** An example on the real engine. */
export interface Project {
  readonly sandbox: Sandbox;
  /** Rewrites the program. */
  readonly edit: (change: (program: string) => string) => void;
}

/**
 * @returns the place, or why programs of the language cannot be run here
 * @example await using place = await createWorkplace(language);
 */
export async function createWorkplace(language: Language): Promise<Workplace | { reason: string }> {
  const host = await ensureLanguage(language.name);
  if ("reason" in host) return host;
  mkdirSync(join(repository, ".sourcepipeline"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".sourcepipeline", `languages-`));
  const sdks = join(folder, "sdks");
  if (language.name !== "yaml") {
    const written = await writeSdk(language.name, sdks, processContext());
    if ("reason" in written) return written;
  }
  const prepared = await language.prepare(sdks);
  if ("reason" in prepared) return prepared;
  symlinkSync(join(repository, "bin"), join(folder, "bin"));

  const sandboxes: Sandbox[] = [];
  return {
    open: async (change = (program) => program) => {
      const project = mkdtempSync(join(mkdirAt(folder, "projects"), `${language.name}-`));
      cpSync(join(repository, "examples", language.name), project, { recursive: true });
      const path = join(project, language.file);
      const edit = (of: (program: string) => string): void => writeFileSync(path, of(readFileSync(path, "utf8")));
      edit(change);
      const sandbox = await createSandbox({ folder: project });
      sandboxes.push(sandbox);
      const PATH = [host.directory, ...prepared.folders, sandbox.environment["PATH"]].join(delimiter);
      Object.assign(sandbox.environment, prepared.variables, { PATH });
      return { sandbox, edit };
    },
    async [Symbol.asyncDispose]() {
      for (const sandbox of sandboxes) await sandbox[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mkdirAt(...parts: [string, ...string[]]): string {
  const path = join(...parts);
  mkdirSync(path, { recursive: true });
  return path;
}
