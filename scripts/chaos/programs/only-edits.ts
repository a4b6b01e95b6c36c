import { type Program, sourcesOf, type Spec } from "./program.ts";
import type { RunSpec } from "../runs/run-spec.ts";
import type { Scene } from "./scene.ts";

/**
 * The program without what a command would create: nothing tells a creation in the wrong account from one in the right
 * one. What an explicit provider manages has its own account, and stays.
 */
export function onlyEdits({ program: { pipelines, made, runs }, held, isTainted, isRun }: Scene): Program {
  const isEdit = (resource: string, { provider, args }: Spec): boolean => {
    const name = held(resource)?.name;
    return provider === "second" || (name !== undefined && !isTainted(resource) && name === (args.name ?? name));
  };
  const kept = new Map([...pipelines].filter(([resource, spec]) => isEdit(resource, spec)));
  // What refers to something that is left out has to be left out, too.
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const [resource, spec] of kept) {
      if (!sourcesOf(spec).every((from) => kept.has(from) || made.has(from))) kept.delete(resource);
    }
  }
  const isKept = ([name, { of }]: readonly [string, RunSpec]): boolean =>
    isRun(name) && (typeof of === "number" || kept.has(of));
  return { made, pipelines: kept, runs: new Map([...runs].filter(isKept)) };
}
