import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { builds, dynamicProvider, mark } from "./build-plan.ts";
import { builtCliDirectory, isComplete, programs } from "./cli-directory.ts";
import { cliVersion } from "./cli-version.ts";
import { compileGo } from "./compile-go.ts";
import type { Context } from "./context.ts";
import { copyScript } from "./copy-script.ts";
import { inWorkshop } from "./workshop.ts";

/** Builds the release from Go modules into a folder of its own; answers why not where that is impossible. */
export async function buildCli(context: Context): Promise<{ directory: string } | { reason: string }> {
  const directory = builtCliDirectory(context.environment);
  return inWorkshop(context, dirname(dirname(directory)), async (go, workshop) => {
    context.say(`Building the Pulumi CLI ${cliVersion} from Go modules. This takes about 6 minutes, once.`);
    for (const build of builds) await compileGo(context, go, build, workshop);
    await copyScript(context, go, { program: programs.cli, script: dynamicProvider }, workshop);
    await writeFile(join(workshop, "bin", mark.file), `${mark.text}\n`);

    await moveIntoPlace(join(workshop, "bin"), directory, join(workshop, "former"));
    context.say(`Built it in ${directory}, where only this repository looks for it. ${mark.text}`);
    return { directory };
  });
}

/** Another process may have finished first: a complete CLI stays, an incomplete one makes room. */
async function moveIntoPlace(bin: string, directory: string, former: string): Promise<void> {
  if (isComplete(directory)) return;
  await mkdir(dirname(directory), { recursive: true });
  await rename(directory, former).catch(() => undefined);
  await rename(bin, directory);
}
