import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cliVersion, oldestGo } from "../pulumi-cli/cli-version.ts";
import type { Build } from "../pulumi-cli/compile-go.ts";
import type { Script } from "../pulumi-cli/copy-script.ts";

const sdk = "github.com/pulumi/pulumi/sdk/v3";
const engine = "github.com/pulumi/pulumi/pkg/v3";
const yaml = "github.com/pulumi/pulumi-yaml";

/** A replacement counts only in the module that is built, and the engine's module has this one. */
const clipboard = "github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e";

/**
 * What programs in other languages need beside a CLI: hosts, and programs that write SDKs. Hosts of later releases are
 * modules of their own, which were never tagged and cannot be fetched; these start programs just as well.
 */
const builds = {
  generator: {
    program: "sdk-generator",
    module: moduleOf({ [engine]: `v${cliVersion}`, [sdk]: `v${cliVersion}` }, clipboard),
    sources: sourcesOf(
      "code-writer/main.go",
      "code-writer/sdks.go",
      "code-writer/languages.go",
      "code-writer/programs.go",
      "code-writer/host.go",
      "code-writer/write-files.go",
    ),
    package: ".",
  },
  "dotnet-generator": {
    program: "dotnet-generator",
    // Later releases have the generator in a module that cannot be fetched.
    module: moduleOf({ [engine]: "v3.128.0" }),
    sources: sourcesOf("old-code-writer/main.go", "old-code-writer/dotnet.go", "code-writer/write-files.go"),
    package: ".",
  },
  "java-generator": {
    program: "java-generator",
    module: moduleOf({ "github.com/pulumi/pulumi-java/pkg": "v0.20.0" }),
    sources: sourcesOf("old-code-writer/main.go", "old-code-writer/java.go", "code-writer/write-files.go"),
    package: ".",
  },
  nodejs: {
    program: "pulumi-language-nodejs",
    module: moduleOf({ [sdk]: "v3.68.0" }),
    package: `${sdk}/nodejs/cmd/pulumi-language-nodejs`,
  },
  python: {
    program: "pulumi-language-python",
    module: moduleOf({ [sdk]: "v3.68.0" }),
    package: `${sdk}/python/cmd/pulumi-language-python`,
  },
  go: {
    program: "pulumi-language-go",
    module: moduleOf({ [sdk]: "v3.66.0" }),
    package: `${sdk}/go/pulumi-language-go`,
  },
  yaml: {
    program: "pulumi-language-yaml",
    // With newer releases of the other two it does not compile.
    module: moduleOf({ [yaml]: "v1.25.0", [engine]: "v3.206.0", [sdk]: "v3.206.0" }, clipboard),
    package: `${yaml}/cmd/pulumi-language-yaml`,
  },
} satisfies Readonly<Record<string, Omit<Build, "flags">>>;

/** The host of Python starts programs with this. */
const pythonScript: Script = { name: "pulumi-language-python-exec", module: sdk, folder: ["python", "cmd"] };

/** What is no program, and stands beside one. */
export const scriptOf = (part: Part): Script | undefined => (part === "python" ? pythonScript : undefined);

/** What can be asked for: the host of a language, or a program that writes SDKs. */
export type Part = keyof typeof builds;

/** What the end-to-end tests need. */
export const testedParts: readonly Part[] = ["generator", "python", "go", "yaml"];

/** The hosts that write no code, so that the generator stands in front of them. */
const silentHosts: readonly Part[] = ["nodejs", "python", "go"];

export const isSilentHost = (part: Part): boolean => silentHosts.includes(part);

/** How a part is compiled. Its program has the name by which the engine looks for it. */
export function buildOf(part: Part): Build {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const build = builds[part];
  return { ...build, program: build.program + suffix, flags: ["-ldflags", "-w -s"] };
}

/** The name of the folder that a part is kept in: another one after each change of how it is built. */
export function folderOf(part: Part): string {
  const made = [buildOf(part), scriptOf(part), isSilentHost(part) ? buildOf("generator") : undefined];
  return `${part}-${createHash("sha256").update(JSON.stringify(made)).digest("hex").slice(0, 8)}`;
}

function moduleOf(required: Readonly<Record<string, string>>, replaced?: string): string {
  const requirements = Object.entries(required).map(([path, version]) => `require ${path} ${version}`);
  const replacements = replaced === undefined ? [] : [`replace ${replaced}`];
  return `${["module build", `go ${oldestGo}`, ...requirements, ...replacements].join("\n\n")}\n`;
}

function sourcesOf(...paths: readonly string[]): Readonly<Record<string, string>> {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  return Object.fromEntries(paths.map((path) => [path.slice(path.indexOf("/") + 1), read(path)]));
}
