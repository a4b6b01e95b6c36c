import { type Settings, settingNames } from "../../provider/config/settings.ts";
import type { Project } from "./project.ts";
import { stackConfiguration } from "./stack-configuration.ts";

/** What a stack's configuration says about the connection; the engine decrypts what is secret. */
export async function stackSettings(project: Project): Promise<Settings> {
  const configuration = await stackConfiguration(project, "--show-secrets");
  return Object.fromEntries(settingNames.map((name) => [name, configuration.get(`ncloud:${name}`)]));
}
