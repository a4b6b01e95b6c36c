import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "./context.ts";
import { withProgress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/** One program to compile, in a throw-away module of its own. */
export interface Build {
  program: string;
  /** Text of its go.mod. */
  module: string;
  /** Sources by file name, where the module has some of its own. */
  sources?: Readonly<Record<string, string>>;
  package: string;
  flags: readonly string[];
}

/** The compiler, or a download that it needs, failed; the message ends with its last words. */
export class BuildFailure extends Error {}

/** What the compiler runs with: no workspace or repository around the folder may have a say. */
export const buildVariables = { GOFLAGS: "-mod=mod -buildvcs=false", GOWORK: "off", CGO_ENABLED: "0" };

/**
 * Compiles a program into the folder `bin` of a workshop.
 *
 * @throws BuildFailure when that is impossible
 */
export async function compileGo(context: Context, go: string, build: Build, workshop: string): Promise<void> {
  const directory = moduleOf(build.program, workshop);
  await mkdir(directory);
  for (const [name, text] of Object.entries({ "go.mod": build.module, ...build.sources })) {
    await writeFile(join(directory, name), text);
  }
  const bin = join(workshop, "bin");
  await mkdir(bin, { recursive: true });
  const command = [go, "build", ...build.flags, "-o", join(bin, build.program), build.package] as const;
  await withProgress(context, `Compiling ${build.program}`, async () => {
    const { ok, complaint } = await runCommand(context, command, { directory, variables: buildVariables });
    if (!ok) throw new BuildFailure(`go build of ${build.program}: ${complaint}`);
  });
}

/** The folder of the throw-away module that a program was compiled in. */
export const moduleOf = (program: string, workshop: string): string => join(workshop, `module-${program}`);
