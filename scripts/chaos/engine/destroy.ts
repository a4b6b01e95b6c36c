import { verbs } from "./verbs.ts";
import { isPipeline, ProtocolError, replaceSaved, type Saved, type SavedMade, type Stack } from "../stack.ts";
import { removeRun } from "../runs/engine-runs.ts";
import type { SavedRun } from "../runs/run-spec.ts";
import { type Command, type Outcome, runInOrder } from "./command.ts";

/** Deletes everything that the state holds. */
export async function destroy(stack: Stack, command: Command): Promise<Outcome> {
  const outcome: Outcome = { steps: [], failures: [] };
  await remove(stack, [...stack.resources, ...stack.made, ...stack.runs], command, outcome);
  return outcome;
}

type Doomed = Saved | SavedMade | SavedRun;

/** Deletes what the state holds, each before what it depends on. */
export async function remove(
  stack: Stack,
  doomed: readonly Doomed[],
  command: Command,
  outcome: Outcome,
): Promise<void> {
  const keyOf = (saved: Doomed): string => `${saved.resource} ${String(saved.id)}`;
  const dependents = ({ resource }: Doomed): string[] =>
    doomed.filter((other) => "urn" in other && other.dependencies.includes(resource)).map(keyOf);
  await runInOrder(
    doomed,
    { keyOf, before: dependents, resourceOf: ({ resource }: Doomed) => resource },
    command,
    outcome,
    async (saved) => {
      if (isPipeline(saved)) return removePipeline(stack, saved, command, outcome);
      if ("urn" in saved) return removeRun(stack, saved, command, outcome);
      command.makers.unmake(saved);
      stack.made = stack.made.filter((other) => other !== saved);
    },
  );
}

async function removePipeline(stack: Stack, saved: Saved, command: Command, { steps }: Outcome): Promise<void> {
  steps.push({ kind: "delete", resource: saved.resource, id: saved.id });
  if (!("__provider" in saved.outs)) throw new ProtocolError(`The state of ${saved.resource} names no provider.`);
  await verbs.delete(saved.id, saved.outs, command.hostOf(saved.provider));
  if (!command.isKilled?.()) replaceSaved(stack, saved, []);
}
