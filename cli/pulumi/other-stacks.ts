import { knownList, knownRecord } from "../../provider/core/validation/partial.ts";
import { managedPipelinesOf } from "./managed-pipelines.ts";
import type { Project } from "./project.ts";
import type { StackPipeline } from "./resource-state.ts";
import { runPulumiJson } from "./run-pulumi.ts";
import { stackDeployment } from "./stack-deployment.ts";

/** What the other stacks of a backend manage. */
export interface OtherStacks {
  readonly pipelines: readonly StackPipeline[];
  /** A line for each stack that could not be read. */
  readonly notes: readonly string[];
}

/** Reads all stacks of the backend but the project's own, whatever their projects, each once. */
export async function readOtherStacks({ cwd, stack }: Project): Promise<OtherStacks> {
  const listed = knownList(await runPulumiJson(["stack", "ls", "--all", "--json"], { cwd }));
  const pipelines: StackPipeline[] = [];
  const notes: string[] = [];
  for (const { name, current } of listed.map(knownRecord)) {
    const isOwn = stack === undefined ? current === true : name === stack;
    if (typeof name !== "string" || isOwn) continue;
    try {
      pipelines.push(...managedPipelinesOf(await stackDeployment({ cwd, stack: name })));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notes.push(`Stack "${name}" could not be read, so its pipelines may be listed as unmanaged: ${reason}`);
    }
  }
  return { pipelines, notes };
}
