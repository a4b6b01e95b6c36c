import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { replacedBy } from "../../provider/core/resource/diff.ts";
import { locationOf } from "../../provider/core/resource/state.ts";
import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { isUnchanged, type RefreshStep } from "../pulumi/refresh-preview.ts";
import { managedPipelineOf, nameOf } from "../pulumi/resource-state.ts";
import type { AccountFacts } from "./account-facts.ts";
import { compareTargets } from "./compare-targets.ts";
import type { Change, DriftedPipeline } from "./drift-report.ts";
import { explainChanges } from "./explain-changes.ts";

/**
 * What became of the pipeline of a step; undefined when it is as the stack believes. Whether it changed is what the
 * engine says; the account's facts and our own comparison explain it.
 *
 * @param facts undefined when the account could not be asked: everything counts as changed in the pipeline then
 */
export function assessStep(step: RefreshStep, facts: AccountFacts | undefined): DriftedPipeline | undefined {
  const before = step.oldState && managedPipelineOf(step.oldState);
  if (!before) return undefined;
  const known = facts && isOfAccount(before.outputs.values, facts) ? facts : undefined;
  const about = { name: nameOf(before), id: before.id, urn: step.urn };

  if (step.op === "delete") {
    const successor = known?.pipelines.find(({ id, name }) => name === about.name && String(id) !== before.id);
    return successor
      ? { ...about, kind: "replaced", replacedBy: String(successor.id), changes: [] }
      : { ...about, kind: "deleted", changes: [] };
  }
  const after = (step.newState && managedPipelineOf(step.newState)) ?? before;
  const own = isUnchanged(step)
    ? []
    : explainChanges(step.changed, before.inputs, after.inputs).map((change) =>
        known !== undefined && isOfProject(change, after.inputs.values, known)
          ? { ...change, origin: "project" as const }
          : change,
      );
  const changes = [...own, ...compareTargets(before.outputs.values, after.outputs.values)];
  if (isUnchanged(step) && changes.length === 0) return undefined;
  const referenced = changes.length > 0 && changes.every(({ origin }) => origin === "project");
  return { ...about, kind: referenced ? "referenced" : "edited", changes };
}

/**
 * Whether a branch that the program does not name is the one that the build project itself has now: the task follows
 * its project, and it is the project that was edited.
 */
function isOfProject(change: Change, { tasks }: PriorPipelineState, { branches }: AccountFacts): boolean {
  if (change.class !== "branch" || change.before !== undefined) return false;
  const task = tasks?.find(({ name }) => change.property === `tasks["${name}"].branch`);
  return task !== undefined && branches.get(String(task.projectId)) === change.after;
}

function isOfAccount(known: PriorPipelineState, { place, mark }: AccountFacts): boolean {
  const stored = locationOf(known);
  const isHere = stored === undefined || replacedBy(pipelineType, stored, place).length === 0;
  return isHere && (known.account === undefined || known.account === mark);
}
