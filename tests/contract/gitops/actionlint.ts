import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "../../../tools/pulumi-cli/run-command.ts";

const version = "v1.7.12";
const module = "github.com/rhysd/actionlint";

/** Where the checker of workflow files is, built from its Go module once for each user; or why it cannot be had. */
export async function actionlint(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ program: string } | { reason: string }> {
  const caches = environment["XDG_CACHE_HOME"] || join(environment["HOME"] ?? homedir(), ".cache");
  const program = join(caches, "sourcepipeline", `actionlint-${version}`);
  if (existsSync(program)) return { program };

  await mkdir(dirname(program), { recursive: true });
  const workshop = await mkdtemp(join(dirname(program), ".build-"));
  try {
    await writeFile(join(workshop, "go.mod"), `module build\n\ngo 1.25.0\n\nrequire ${module} ${version}\n`);
    const draft = join(workshop, "actionlint");
    const { ok, complaint } = await runCommand(
      { environment, signal: new AbortController().signal },
      ["go", "build", "-o", draft, `${module}/cmd/actionlint`],
      { directory: workshop, variables: { GOFLAGS: "-mod=mod -buildvcs=false", GOWORK: "off", CGO_ENABLED: "0" } },
    );
    if (!ok) return { reason: `actionlint cannot be built: ${complaint}` };
    await rename(draft, program);
    return { program };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
