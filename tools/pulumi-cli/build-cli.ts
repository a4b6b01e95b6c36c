import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Build, builds, buildVariables, dynamicProvider, mark } from "./build-plan.ts";
import { builtCliDirectory, isComplete, programs } from "./cli-directory.ts";
import { cliVersion } from "./cli-version.ts";
import type { Context } from "./context.ts";
import { goToolchain } from "./go-toolchain.ts";
import { withProgress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

const prefix = ".build-";
const leftoverMs = 24 * 60 * 60_000;

/** Builds the release from Go modules into a folder of its own; answers why not where that is impossible. */
export async function buildCli(context: Context): Promise<{ directory: string } | { reason: string }> {
  // Beside the place it moves to at the end, so that moving is one step and nobody finds half a CLI.
  const directory = builtCliDirectory(context.environment);
  const releases = dirname(dirname(directory));
  await mkdir(releases, { recursive: true });
  await removeLeftovers(releases);
  const workshop = await mkdtemp(join(releases, prefix));
  try {
    const toolchain = await goToolchain(context, workshop);
    if ("reasons" in toolchain) return { reason: toolchain.reasons.join("; ") };

    context.say(`Building the Pulumi CLI ${cliVersion} from Go modules. This takes about 6 minutes, once.`);
    const bin = join(workshop, "bin");
    await mkdir(bin);
    for (const build of builds) await compile(context, toolchain.go, build, workshop);
    await copyDynamicProvider(context, toolchain.go, workshop);
    await writeFile(join(bin, mark.file), `${mark.text}\n`);

    await moveIntoPlace(bin, directory, join(workshop, "former"));
    context.say(`Built it in ${directory}, where only this repository looks for it. ${mark.text}`);
    return { directory };
  } catch (error) {
    if (error instanceof BuildFailure) return { reason: error.message };
    throw error;
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  }
}

class BuildFailure extends Error {}

async function compile(context: Context, go: string, build: Build, workshop: string): Promise<void> {
  const directory = moduleOf(build.program, workshop);
  await mkdir(directory);
  await writeFile(join(directory, "go.mod"), build.module);
  const target = join(workshop, "bin", build.program);
  const command = [go, "build", ...build.flags, "-o", target, build.package] as const;
  await withProgress(context, `Compiling ${build.program}`, async () => {
    const { ok, complaint } = await runCommand(context, command, { directory, variables: buildVariables });
    if (!ok) throw new BuildFailure(`go build of ${build.program}: ${complaint}`);
  });
}

const moduleOf = (program: string, workshop: string): string => join(workshop, `module-${program}`);

/** The script is no Go, but lies in the module that the CLI was built from, at the same version. */
async function copyDynamicProvider(context: Context, go: string, workshop: string): Promise<void> {
  const command = [go, "list", "-m", "-f", "{{.Dir}}", dynamicProvider.module] as const;
  const directory = moduleOf(programs.cli, workshop);
  const { ok, output, complaint } = await runCommand(context, command, { directory, variables: buildVariables });
  if (!ok) throw new BuildFailure(`go list of ${dynamicProvider.module}: ${complaint}`);

  const target = join(workshop, "bin", programs.dynamicProvider);
  await copyFile(join(output.trim(), ...dynamicProvider.folder, programs.dynamicProvider), target);
  await chmod(target, 0o755);
}

/** Another process may have finished first: a complete CLI stays, an incomplete one makes room. */
async function moveIntoPlace(bin: string, directory: string, former: string): Promise<void> {
  if (isComplete(directory)) return;
  await mkdir(dirname(directory), { recursive: true });
  await rename(directory, former).catch(() => undefined);
  await rename(bin, directory);
}

/** A build that was killed could not clean up behind itself. */
async function removeLeftovers(releases: string): Promise<void> {
  for (const name of await readdir(releases)) {
    const path = join(releases, name);
    if (!name.startsWith(prefix) || Date.now() - (await stat(path)).mtimeMs < leftoverMs) continue;
    await rm(path, { recursive: true, force: true });
  }
}
