import type { Seed } from "./seed.ts";

/** One message for each id that is given twice within a kind, naming the later place. */
export function duplicateIds(seed: Seed): string[] {
  const stages = (seed.deployProjects ?? []).flatMap(({ stages = [] }) => stages);
  return [
    ...duplicatesIn("repositories", seed.repositories),
    ...duplicatesIn("buildProjects", seed.buildProjects),
    ...duplicatesIn("deployProjects", seed.deployProjects),
    ...duplicatesIn("stages", stages),
    ...duplicatesIn(
      "scenarios",
      stages.flatMap(({ scenarios = [] }) => scenarios),
    ),
    ...duplicatesIn("pipelines", seed.pipelines),
    ...duplicatesIn("runs", seed.runs),
  ];
}

function duplicatesIn(kind: string, items: readonly { id?: number | undefined; name?: string }[] = []): string[] {
  const seen = new Set<number>();
  return items.flatMap(({ id, name }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [`${kind}: the id ${id}${name === undefined ? "" : ` of ${name}`} is given twice`];
    seen.add(id);
    return [];
  });
}
