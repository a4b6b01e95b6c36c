import { settingNames, type Settings } from "../../provider/config/settings.ts";
import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { readResource, type ResourceState } from "./resource-state.ts";
import { type Project, runPulumiJson } from "./run-pulumi.ts";

/** What a stack's state holds; nothing is asked of the service. */
export interface StackDeployment {
  readonly resources: readonly ResourceState[];
  /** Resources whose creation was under way when a command ended, so that the state does not know its outcome. */
  readonly pendingCreates: readonly ResourceState[];
}

/** Reads the state of a stack. */
export async function stackDeployment(project: Project): Promise<StackDeployment> {
  const printed = knownRecord(await runPulumiJson(["stack", "export"], project));
  return readDeployment(printed["deployment"]);
}

/** Reads a deployment as the engine exports it. */
export function readDeployment(printed: unknown): StackDeployment {
  const { resources, pending_operations: operations } = knownRecord(printed);
  const creates = knownList(operations).filter((operation) => knownRecord(operation)["type"] === "creating");
  return {
    resources: resourcesIn(knownList(resources)),
    pendingCreates: resourcesIn(creates.map((operation) => knownRecord(operation)["resource"])),
  };
}

const resourcesIn = (list: readonly unknown[]): ResourceState[] =>
  list.map(readResource).filter((resource) => resource !== undefined);

/** A stack's configuration by full keys, such as `ncloud:region`; without the flag, secrets have no value. */
export async function stackConfiguration(
  project: Project,
  ...flags: "--show-secrets"[]
): Promise<ReadonlyMap<string, string | undefined>> {
  const configuration = knownRecord(await runPulumiJson(["config", "--json", ...flags], project));
  return new Map(Object.entries(configuration).map(([key, entry]) => [key, knownText(knownRecord(entry)["value"])]));
}

/** The settings in a stack's configuration; the engine decrypts what is secret. */
export async function stackSettings(project: Project): Promise<Settings> {
  const configuration = await stackConfiguration(project, "--show-secrets");
  return Object.fromEntries(settingNames.map((name) => [name, configuration.get(`ncloud:${name}`)]));
}
