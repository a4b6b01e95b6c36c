import type { Place } from "../../provider/api/place.ts";
import { replacedBy } from "../../provider/lifecycle/diff.ts";
import type { Project } from "./project.ts";
import { pipelineOf } from "./resource-state.ts";
import { runPulumiJson } from "./run-pulumi.ts";
import { stackResources } from "./stack-resources.ts";

/** The ids of all pipelines of a place that any stack of the backend manages, whatever its project. */
export async function managedIds({ cwd }: Project, place: Place): Promise<Set<string>> {
  const stacks = await runPulumiJson<{ name: string }[]>(["stack", "ls", "--all", "--json"], { cwd });
  const ids = new Set<string>();
  for (const { name } of stacks) {
    for (const resource of await stackResources({ cwd, stack: name })) {
      const pipeline = pipelineOf(resource);
      if (pipeline && isIn(place, pipeline.outputs)) ids.add(pipeline.id);
    }
  }
  return ids;
}

/** A state that names no place, as after an import, may be of any. */
const isIn = (place: Place, known: Partial<Place>): boolean => replacedBy(known, place).length === 0;
