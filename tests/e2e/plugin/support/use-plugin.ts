import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repository, type Sandbox } from "../../support/sandbox.ts";

/** Says in the project's file where the plugin is, as users do; in the sandbox it is the repository's own. */
export function declarePlugin({ folder }: Pick<Sandbox, "folder">, runtime = "nodejs"): void {
  const path = relative(folder, join(repository, "bin"));
  const text = `name: sandbox\nruntime: ${runtime}\nplugins:\n  providers:\n    - name: ncloud\n      path: ${path}\n`;
  writeFileSync(join(folder, "Pulumi.yaml"), text);
}

/** Chooses the host of the program's resources. */
export async function choose({ pulumi }: Pick<Sandbox, "pulumi">, host: "dynamic" | "plugin"): Promise<void> {
  const { code, output } = await pulumi("config", "set", "ncloud:host", host);
  if (code !== 0) throw new Error(output);
}
