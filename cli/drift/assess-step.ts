import { replacedBy } from "../../provider/lifecycle/diff.ts";
import { placeOf } from "../../provider/lifecycle/state.ts";
import type { KnownState } from "../../provider/lifecycle/index.ts";
import type { RefreshStep } from "../pulumi/refresh-preview.ts";
import { type ManagedPipeline, pipelineOf } from "../pulumi/resource-state.ts";
import type { AccountFacts } from "./account-facts.ts";
import { comparePipelines } from "./compare-pipelines.ts";
import { compareTargets } from "./compare-targets.ts";
import type { Change, DriftedPipeline } from "./drift-report.ts";

/**
 * What became of the pipeline of a step; undefined when it is as the stack believes.
 *
 * @param facts undefined when the account could not be asked: everything counts as changed in the pipeline then
 */
export function assessStep(step: RefreshStep, facts: AccountFacts | undefined): DriftedPipeline | undefined {
  const before = step.oldState && pipelineOf(step.oldState);
  if (!before) return undefined;
  const known = facts && isOfAccount(before.outputs, facts) ? facts : undefined;
  const about = { name: before.inputs.name ?? before.outputs.name ?? "", id: before.id, urn: step.urn };

  if (step.op === "delete") {
    const successor = known?.pipelines.find(({ id, name }) => name === about.name && String(id) !== before.id);
    return successor
      ? { ...about, kind: "replaced", replacedBy: String(successor.id), changes: [] }
      : { ...about, kind: "deleted", changes: [] };
  }
  const after = step.newState && pipelineOf(step.newState);
  if (!after) return undefined;
  const changes = changesBetween(before, after, known);
  if (changes.length === 0) return undefined;
  const edited = changes.some(({ origin }) => origin === "pipeline");
  return { ...about, kind: edited ? "edited" : "referenced", changes };
}

function changesBetween(before: ManagedPipeline, after: ManagedPipeline, facts: AccountFacts | undefined): Change[] {
  const changes = comparePipelines(before.inputs, after.inputs).map((change) =>
    facts !== undefined && isOfProject(change, after, facts) ? { ...change, origin: "project" as const } : change,
  );
  return [...changes, ...compareTargets(before.outputs, after.outputs)];
}

/**
 * Whether a branch that the program does not name is the one that the build project itself has now: the task follows
 * its project, and it is the project that was edited.
 */
function isOfProject(change: Change, { inputs }: ManagedPipeline, { branches }: AccountFacts): boolean {
  if (change.class !== "branch" || change.before !== undefined) return false;
  const task = inputs.tasks?.find(({ name }) => change.property === `tasks["${name}"].branch`);
  return task !== undefined && branches.get(String(task.projectId)) === change.after;
}

function isOfAccount(known: KnownState, { place, mark }: AccountFacts): boolean {
  const stored = placeOf(known);
  const isHere = stored === undefined || replacedBy(stored, place).length === 0;
  return isHere && (known.account === undefined || known.account === mark);
}
