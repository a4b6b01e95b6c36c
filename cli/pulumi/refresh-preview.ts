import type { Project } from "./project.ts";
import type { ResourceState } from "./resource-state.ts";
import { runPulumiJson } from "./run-pulumi.ts";

/** What a refresh would do to one resource of a stack. */
export interface RefreshStep {
  /** `refresh`: nothing that the engine counts as a change; `update`, `delete`. */
  readonly op: string;
  readonly urn: string;
  readonly oldState?: ResourceState;
  readonly newState?: ResourceState;
}

/**
 * Lets the engine read all resources of a stack, and change nothing.
 *
 * @param runProgram whether to run the program for its configuration, instead of taking the one in the state
 */
export async function refreshPreview(project: Project, runProgram = false): Promise<RefreshStep[]> {
  const words = ["refresh", "--preview-only", "--json", ...(runProgram ? ["--run-program"] : [])];
  const { steps = [] } = await runPulumiJson<{ steps?: RefreshStep[] }>(words, project);
  return steps;
}
