import { join } from "node:path";
import { processContext } from "../../../../tools/pulumi-cli/context.ts";
import { runCommand } from "../../../../tools/pulumi-cli/run-command.ts";
import { ensurePython } from "../../../../tools/pulumi-languages/ensure-python.ts";

/** What commands need so that programs of a language run. */
interface Prepared {
  /** Folders that stand first on PATH. */
  folders: readonly string[];
  variables: Readonly<Record<string, string>>;
}

/** What differs from language to language in the walk through an example. */
export interface Language {
  /** Name of the language host, and of the folder of examples. */
  name: "yaml" | "python" | "go";
  /** The file that programs are in. */
  file: string;
  /** A change of the program: its first build takes another branch. */
  edit: readonly [from: string, to: string];
  /** The program that code which `pulumi import` printed stands in. */
  around: (code: string, project: string) => string;
  /** Makes what programs need, for a project with SDKs in a folder; or says why they cannot be run here. */
  prepare: (sdks: string) => Promise<Prepared | { reason: string }>;
}

export const languages: readonly Language[] = [
  {
    name: "yaml",
    file: "Pulumi.yaml",
    edit: ["branch: main", "branch: develop"],
    around: (code, project) => `${project.split("\nvariables:", 1).join("")}\n${code}`,
    prepare: () => Promise.resolve({ folders: [], variables: {} }),
  },
  {
    name: "python",
    file: "__main__.py",
    edit: [`"branch": "main"`, `"branch": "develop"`],
    around: (code) => code,
    prepare: async (sdks) => {
      const found = await ensurePython();
      return "reason" in found ? found : installInto(join(sdks, "python-installed"), join(sdks, "python"), found);
    },
  },
  {
    name: "go",
    file: "main.go",
    edit: [`pulumi.String("main")`, `pulumi.String("develop")`],
    around: (code) => code,
    prepare: async () => {
      const { ok, complaint } = await runCommand(processContext(), ["go", "version"]);
      if (!ok) return { reason: complaint.includes("ENOENT") ? "there is no go on PATH" : complaint };
      return { folders: [], variables: { CGO_ENABLED: "0", GOFLAGS: "-buildvcs=false -ldflags=-w", GOWORK: "off" } };
    },
  },
];

/** Installs an SDK as pip does it for a program, but beside the environment, which is shared. */
async function installInto(folder: string, sdk: string, { directory }: { directory: string }): Promise<Prepared> {
  const words = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", folder, sdk];
  const { ok, complaint } = await runCommand(processContext(), [join(directory, "python"), ...words]);
  if (!ok) throw new Error(`pip install of the SDK: ${complaint}`);
  return { folders: [directory], variables: { PYTHONPATH: folder } };
}
