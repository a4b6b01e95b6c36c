import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildFailure, buildVariables, moduleOf } from "./compile-go.ts";
import type { Context } from "./context.ts";
import { runCommand } from "./run-command.ts";

/** A script that is no Go, but lies in a module that a program was built from, at the same version. */
export interface Script {
  name: string;
  module: string;
  /** Folder inside the module. */
  folder: readonly string[];
}

/**
 * Copies a script beside the program of a workshop whose module has it.
 *
 * @throws BuildFailure when the module cannot be found
 */
export async function copyScript(
  context: Context,
  go: string,
  { program, script }: { program: string; script: Script },
  workshop: string,
): Promise<void> {
  const command = [go, "list", "-m", "-f", "{{.Dir}}", script.module] as const;
  const directory = moduleOf(program, workshop);
  const { ok, output, complaint } = await runCommand(context, command, { directory, variables: buildVariables });
  if (!ok) throw new BuildFailure(`go list of ${script.module}: ${complaint}`);

  const target = join(workshop, "bin", script.name);
  await copyFile(join(output.trim(), ...script.folder, script.name), target);
  await chmod(target, 0o755);
}
