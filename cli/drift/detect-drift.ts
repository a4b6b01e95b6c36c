import type { Location } from "../../provider/core/location.ts";
import { replacedBy } from "../../provider/core/resource/diff.ts";
import { locationOf } from "../../provider/core/location.ts";
import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import type { Account } from "../account/connect-account.ts";
import { messageOf } from "../output/text.ts";
import { isUnchanged, type RefreshStep } from "../pulumi/refresh-preview.ts";
import { partsOfUrn } from "../pulumi/resource-state.ts";
import { managedPipelineOf, nameOf } from "../pulumi/stack-pipeline.ts";
import { compareTargets } from "./compare-pipelines.ts";
import type { Change, DriftedPipeline, DriftReport } from "./drift-report.ts";
import { explainChanges } from "./explain-changes.ts";

/**
 * Reads the drift out of what a refresh would do. The account is asked only when there is something to explain.
 *
 * @param steps every resource of the stack, as the engine's preview of a refresh lists them
 */
export async function detectDrift(
  steps: readonly RefreshStep[],
  connect: () => Promise<Account>,
): Promise<DriftReport> {
  const pipelineSteps = steps.filter(({ oldState }) => oldState && managedPipelineOf(oldState));
  const others = steps.filter((step) => !pipelineSteps.includes(step) && !isUnchanged(step));
  const notes: string[] = [];
  const first = assessAll(pipelineSteps, undefined);
  const facts = first.some(needsFacts) ? await factsOrNote(connect, notes) : undefined;
  const pipelines = facts ? assessAll(pipelineSteps, facts) : first;
  const { project, stack } = partsOfUrn(steps[0]?.urn ?? "");
  return {
    version: 1,
    project,
    stack,
    drift: pipelines.length > 0,
    checked: pipelineSteps.length,
    pipelines,
    pendingCreates: [],
    otherResources: others.length,
    notes,
  };
}

function assessAll(steps: readonly RefreshStep[], facts: AccountFacts | undefined): DriftedPipeline[] {
  return steps
    .map((step) => assessStep(step, facts))
    .filter((drifted) => drifted !== undefined)
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** Whether the account can explain more: who has the name now, or whose branch it is. */
const needsFacts = ({ kind, changes }: DriftedPipeline): boolean =>
  kind === "deleted" || changes.some((change) => change.class === "branch" && change.before === undefined);

/** The drift itself is certain; that it cannot be explained must not hide it. */
async function factsOrNote(connect: () => Promise<Account>, notes: string[]): Promise<AccountFacts | undefined> {
  try {
    return await gatherFacts(await connect());
  } catch (error) {
    notes.push(
      `The account could not be asked, so what was replaced or only followed is not determined: ${messageOf(error)}`,
    );
    return undefined;
  }
}

/** What explains a drift and is in no state. */
export interface AccountFacts {
  readonly location: Location;
  /** The account as states name it. */
  readonly accessKeyFingerprint: string;
  /** The branch that each SourceBuild project builds, by its id; some kinds of sources have none. */
  readonly branches: ReadonlyMap<string, string | undefined>;
  readonly pipelines: readonly { readonly id: number; readonly name: string }[];
}

/** Asks the account: two lists, each once. */
async function gatherFacts({ lists, location, accessKeyFingerprint }: Account): Promise<AccountFacts> {
  const [projects, pipelines] = await Promise.all([lists.buildProjects.all(), lists.pipelines.all()]);
  const branches = new Map(projects.map(({ id, source }) => [String(id), source?.branch]));
  return { location, accessKeyFingerprint, branches, pipelines };
}

/**
 * What became of the pipeline of a step; undefined when it is as the stack holds it. Whether it changed is what the
 * engine reports; the account's facts and our own comparison explain it.
 *
 * @param facts undefined when the account could not be asked: everything counts as changed in the pipeline then
 */
export function assessStep(step: RefreshStep, facts: AccountFacts | undefined): DriftedPipeline | undefined {
  const before = step.oldState && managedPipelineOf(step.oldState);
  if (!before) return undefined;
  const applicable = facts && isOfAccount(before.outputs.values, facts) ? facts : undefined;
  const about = { name: nameOf(before), id: before.id, urn: step.urn };

  if (step.op === "delete") {
    const successor = applicable?.pipelines.find(({ id, name }) => name === about.name && String(id) !== before.id);
    return successor
      ? { ...about, kind: "replaced", replacedBy: String(successor.id), changes: [] }
      : { ...about, kind: "deleted", changes: [] };
  }
  const after = (step.newState && managedPipelineOf(step.newState)) ?? before;
  const own = isUnchanged(step)
    ? []
    : explainChanges(step.changed, before.inputs, after.inputs).map((change) =>
        applicable !== undefined && isOfProject(change, after.inputs.values, applicable)
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

function isOfAccount(prior: PriorPipelineState, { location, accessKeyFingerprint }: AccountFacts): boolean {
  const stored = locationOf(prior);
  const isHere = stored === undefined || replacedBy(pipelineType, stored, location).length === 0;
  return isHere && (prior.account === undefined || prior.account === accessKeyFingerprint);
}
