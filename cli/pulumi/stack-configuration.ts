import type { Project } from "./project.ts";
import { runPulumiJson } from "./run-pulumi.ts";

/** A stack's configuration by full keys, such as `ncloud:region`; without the flag, secrets have no value. */
export async function stackConfiguration(
  project: Project,
  ...flags: "--show-secrets"[]
): Promise<ReadonlyMap<string, string | undefined>> {
  const words = ["config", "--json", ...flags];
  const configuration = await runPulumiJson<Record<string, { value?: string }>>(words, project);
  return new Map(Object.entries(configuration).map(([key, { value }]) => [key, value]));
}
