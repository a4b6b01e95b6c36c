import { programs } from "./cli-directory.ts";
import { cliVersion, oldestGo } from "./cli-version.ts";
import type { Build } from "./compile-go.ts";
import type { Script } from "./copy-script.ts";

const sdk = "github.com/pulumi/pulumi/sdk/v3";

/**
 * The last release of the SDK's module that still contains the language host. Later ones have a module of its own, which
 * was never tagged and cannot be fetched; this one starts Node just as well.
 */
const languageHostRelease = "v3.68.0";

export const builds: readonly Build[] = [
  {
    program: programs.cli,
    module: `module build

go ${oldestGo}

require github.com/pulumi/pulumi/pkg/v3 v${cliVersion}

require ${sdk} v${cliVersion}

// The CLI's module replaces this one, and a replacement counts only in the module that is built.
replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e
`,
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    flags: ["-tags", "osusergo,grpcnotrace", "-ldflags", `-w -s -X ${sdk}/go/common/version.Version=v${cliVersion}`],
  },
  {
    program: programs.languageHost,
    module: `module build

go ${oldestGo}

require ${sdk} ${languageHostRelease}
`,
    package: `${sdk}/nodejs/cmd/pulumi-language-nodejs`,
    flags: ["-ldflags", "-w -s"],
  },
];

/**
 * What a CLI that is built here cannot do, because of its language host; the name of the file beside it says that it is
 * one, and `sourcepipeline doctor` reads it (cli/doctor/check-pulumi-kind.ts).
 */
export const mark = {
  file: "built-from-go-modules.txt",
  text:
    `Its language host is of Pulumi's SDK ${languageHostRelease}: policy packs, resource hooks and ` +
    "registerResourceTransform do not work with it.",
};

/** The script that starts dynamic providers. */
export const dynamicProvider: Script = { name: programs.dynamicProvider, module: sdk, folder: ["nodejs", "dist"] };
