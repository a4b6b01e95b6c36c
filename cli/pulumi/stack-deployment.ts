import { knownList, knownRecord } from "../../provider/core/validation/partial.ts";
import type { Project } from "./project.ts";
import { readResource, type ResourceState } from "./resource-state.ts";
import { runPulumiJson } from "./run-pulumi.ts";

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
