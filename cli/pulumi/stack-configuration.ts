import { knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import type { Project } from "./project.ts";
import { runPulumiJson } from "./run-pulumi.ts";

/** A stack's configuration by full keys, such as `ncloud:region`; without the flag, secrets have no value. */
export async function stackConfiguration(
  project: Project,
  ...flags: "--show-secrets"[]
): Promise<ReadonlyMap<string, string | undefined>> {
  const configuration = knownRecord(await runPulumiJson(["config", "--json", ...flags], project));
  return new Map(Object.entries(configuration).map(([key, entry]) => [key, knownText(knownRecord(entry)["value"])]));
}
