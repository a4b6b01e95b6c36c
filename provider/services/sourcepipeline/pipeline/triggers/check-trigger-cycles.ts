import { findCycles } from "../../../../core/validation/graph/find-cycles.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { type AskForPipeline, type DeclaredPipeline, gatherStarters } from "./gather-starters.ts";
import { rules } from "../rules/catalogue.ts";

/** A problem of one of several pipelines. */
export interface PipelineProblem {
  /** Index of the pipeline among the declared ones. */
  pipeline: number;
  problem: Problem;
}

/**
 * Finds pipelines that start each other in a cycle, within a program and through pipelines that exist already. Only
 * those are asked for that can start a declared one, directly or through others, each once.
 *
 * @param declared the pipelines of the program; what they say counts, whatever the service still says of them
 * @param ask for a pipeline that exists; nothing when it is gone, and a failure is taken for that
 * @example await checkTriggerCycles([{ name: "shop", id: 2001, inputs }], ask)
 * // [{ pipeline: 0, problem: { code: "NCSP313", what: "… shop -> base -> shop.", … } }]
 */
export async function checkTriggerCycles(
  declared: readonly DeclaredPipeline[],
  ask: AskForPipeline,
): Promise<PipelineProblem[]> {
  const nodes = await gatherStarters(declared, ask);
  const next = nodes.map((): number[] => []);
  nodes.forEach(({ starters }, node) => {
    for (const starter of starters) if (starter !== undefined && starter !== node) next[starter]?.push(node);
  });

  return findCycles(next).flatMap((cycle) => {
    const [first = 0] = cycle;
    // A cycle of pipelines that are not declared here is none of this program's mistakes.
    if (first >= declared.length) return [];
    const path = [...cycle, first].map((node) => nodes[node]?.name).join(" -> ");
    const position = nodes[first]?.starters.indexOf(cycle.at(-1)) ?? 0;
    const what = `These pipelines start each other in a cycle: ${path}.`;
    return [{ pipeline: first, problem: problem(rules.NCSP313, `triggers.pipelines[${position}].id`, what) }];
  });
}
