import type { Project } from "./project.ts";
import type { ResourceState } from "./resource-state.ts";
import { runPulumi } from "./run-pulumi.ts";

/** The resources in a stack's state; nothing is asked of the service. */
export async function stackResources(project: Project): Promise<ResourceState[]> {
  const exported = JSON.parse(await runPulumi(["stack", "export"], project)) as {
    deployment?: { resources?: ResourceState[] };
  };
  return exported.deployment?.resources ?? [];
}
