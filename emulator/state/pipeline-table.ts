import { createMultiIndex } from "./multi-index.ts";
import type { Pipeline, PipelineTable } from "./state.ts";

/**
 * Pipelines, found by id, by name and by what starts them.
 *
 * @param changed gets the id of each pipeline that is set or deleted.
 */
export function createPipelineTable(
  pipelines: readonly Pipeline[],
  changed: (id: number) => void = () => undefined,
): PipelineTable {
  const byId = new Map<number, Pipeline>();
  const byName = createMultiIndex<string>();
  const byTrigger = createMultiIndex<number>();

  function put(pipeline: Pipeline): void {
    drop(byId.get(pipeline.id));
    byId.set(pipeline.id, pipeline);
    byName.add(nameKey(pipeline.region, pipeline.name), pipeline.id);
    for (const other of pipeline.trigger.sourcepipeline) byTrigger.add(other.id, pipeline.id);
  }

  /** Takes a pipeline out of the indexes; where it stands among the others is kept. */
  function drop(pipeline: Pipeline | undefined): void {
    if (pipeline === undefined) return;
    byName.remove(nameKey(pipeline.region, pipeline.name), pipeline.id);
    for (const other of pipeline.trigger.sourcepipeline) byTrigger.remove(other.id, pipeline.id);
  }

  const all = (ids: Iterable<number>): Pipeline[] => [...ids].flatMap((id) => byId.get(id) ?? []);

  for (const pipeline of pipelines) put(pipeline);
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    has: (id) => byId.has(id),
    values: () => byId.values(),
    named: (region, name) => all(byName.get(nameKey(region, name))),
    startedBy: (id) => all(byTrigger.get(id)),
    set: (id, pipeline) => {
      put(pipeline);
      changed(id);
    },
    delete: (id) => {
      drop(byId.get(id));
      byId.delete(id);
      changed(id);
    },
  };
}

/** Names of regions have no line breaks. */
const nameKey = (region: string, name: string): string => `${region}\n${name}`;
