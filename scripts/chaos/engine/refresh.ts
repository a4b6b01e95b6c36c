import { verbs } from "./verbs.ts";
import { asPlain, isPipeline, replaceSaved, type Stack } from "../stack.ts";
import { refreshRun } from "../runs/engine-runs.ts";
import { type Command, type Outcome, runInOrder } from "./command.ts";
import { providerText } from "./deployment.ts";

/** Brings the state to what the services say. */
export async function refresh(stack: Stack, command: Command): Promise<Outcome> {
  const outcome: Outcome = { steps: [], failures: [] };
  const all = [...stack.resources, ...stack.runs].filter(({ isCondemned }) => !isCondemned);
  const order = { keyOf: ({ resource }: { resource: string }) => resource, before: () => [] };
  await runInOrder(all, order, command, outcome, async (saved) => {
    if (!isPipeline(saved)) return refreshRun(stack, saved, command, outcome);
    const { resource, id, provider } = saved;
    const result = asPlain(await verbs.read(id, saved.outs, command.hostOf(provider)));
    outcome.steps.push({ kind: result.id === undefined ? "gone" : "refresh", resource, id, provider });
    if (command.isKilled?.()) return;
    const { props, inputs } = result;
    const seen = props &&
      inputs && {
        ...saved,
        isUnfinished: false,
        inputs: named(inputs),
        outs: named(props),
      };
    replaceSaved(stack, saved, seen ? [seen] : []);
  });
  return outcome;
}

const named = <State extends object>(state: State): State => ({ ...state, __provider: providerText });
