import { type Settings, settingNames } from "../../provider/settings.ts";
import type { Project } from "./project.ts";
import { runPulumi } from "./run-pulumi.ts";

/** What a stack's configuration says about the connection; the engine decrypts what is secret. */
export async function stackSettings(project: Project): Promise<Settings> {
  const printed = await runPulumi(["config", "--json", "--show-secrets"], project);
  const configuration = JSON.parse(printed) as Record<string, { value?: string }>;
  return Object.fromEntries(settingNames.map((name) => [name, configuration[`ncloud:${name}`]?.value]));
}
