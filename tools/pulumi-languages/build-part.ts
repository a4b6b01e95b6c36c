import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isExecutable } from "../pulumi-cli/cli-directory.ts";
import { compileGo } from "../pulumi-cli/compile-go.ts";
import type { Context } from "../pulumi-cli/context.ts";
import { copyScript } from "../pulumi-cli/copy-script.ts";
import { inWorkshop } from "../pulumi-cli/workshop.ts";
import { buildOf, folderOf, isSilentHost, type Part, scriptOf } from "./plan.ts";

/** Where a program is, or why it cannot be had here. */
export type Found = { directory: string } | { reason: string };

/** The folder of a part that was built here below `home`; undefined when it was not. */
export function builtPart(part: Part, home: string): string | undefined {
  const directory = join(home, folderOf(part));
  return isExecutable(join(directory, buildOf(part).program)) ? directory : undefined;
}

/**
 * Builds a part into a folder of its own below `home`. A host that writes no code stands in the folder `started`, with
 * the generator in front of it under its name (code-writer/host.go).
 */
export async function buildPart(part: Part, home: string, context: Context): Promise<Found> {
  const built = builtPart(part, home);
  if (built !== undefined) return { directory: built };
  const generator = isSilentHost(part) ? await buildPart("generator", home, context) : undefined;
  if (generator !== undefined && "reason" in generator) return generator;

  const build = buildOf(part);
  const directory = join(home, folderOf(part));
  return inWorkshop(context, home, async (go, workshop): Promise<Found> => {
    await compileGo(context, go, build, workshop);
    const script = scriptOf(part);
    if (script !== undefined) await copyScript(context, go, { program: build.program, script }, workshop);
    let made = join(workshop, "bin");
    if (generator !== undefined) {
      made = join(workshop, "made");
      await mkdir(made);
      await rename(join(workshop, "bin"), join(made, "started"));
      await copyFile(join(generator.directory, buildOf("generator").program), join(made, build.program));
    }
    await rm(directory, { recursive: true, force: true });
    await rename(made, directory);
    return { directory };
  });
}
