import type { Project } from "./project.ts";
import type { ResourceState } from "./resource-state.ts";
import { runPulumiJson } from "./run-pulumi.ts";

interface Exported {
  deployment?: { resources?: ResourceState[] };
}

/** The resources in a stack's state; nothing is asked of the service. */
export async function stackResources(project: Project): Promise<ResourceState[]> {
  const { deployment } = await runPulumiJson<Exported>(["stack", "export"], project);
  return deployment?.resources ?? [];
}
