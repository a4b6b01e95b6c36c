import { search } from "../../../core/cached-list.ts";
import type { OperationContext } from "../../../core/resource/operation-context.ts";
import { nameOf } from "../../../core/resource/resource-type.ts";
import type { Report, Session } from "../../../core/session.ts";
import { accountOf } from "../account.ts";
import type { TaskChange } from "./follow-run.ts";
import type { CheckedRun } from "./pipeline-run.ts";
import { formatDuration, failedTasks, type RunOutcome } from "./run-outcome.ts";

/*
 * What is said about runs: on the row of the resource while they go on, and in errors.
 */

/** What the checks of runs with the same inputs left for the verbs that come after: these are not told it. */
interface Checked {
  /** The next to be claimed first. */
  urns: readonly string[];
  latest: string | undefined;
  isPreview: boolean;
  /** Whether the preview has said what became of the run of the state. */
  isTold: boolean;
}

/** By what check handed to the engine. */
const createChecks = (): Map<string, Checked> => new Map();

const checkOf = (session: Session, inputs: CheckedRun): Checked | undefined =>
  session.shared(createChecks).get(inputsKey(inputs));

/** Remembers whose inputs these are, so that progress shows on the resource's row, and whether this is a preview. */
export function rememberCheck(
  session: Session,
  inputs: CheckedRun,
  { urn, isPreview }: { readonly urn: string | undefined; readonly isPreview: boolean },
): void {
  const { urns = [], latest, isTold = false } = checkOf(session, inputs) ?? {};
  const known = urn === undefined || urns.includes(urn) ? urns : [...urns, urn];
  session.shared(createChecks).set(inputsKey(inputs), {
    urns: known,
    latest: urn,
    isPreview,
    // The packaged provider checks twice in a preview.
    isTold: isTold && latest === urn && isPreview,
  });
}

/**
 * The URN of a run that is now created or updated, where the host does not say; undefined when this process did not
 * check it. Runs with the same inputs get theirs in the order of their checks, which is that of their creations.
 */
export function claimUrn(session: Session, inputs: CheckedRun): string | undefined {
  const checked = checkOf(session, inputs);
  const [urn, ...others] = checked?.urns ?? [];
  if (checked !== undefined && urn !== undefined) checked.urns = [...others, urn];
  return urn;
}

/** Shows a line of a preview, once for each check, on the row of what was checked last. */
export function tellPreview(session: Session, inputs: CheckedRun, report: Report, message: string): void {
  const checked = checkOf(session, inputs);
  if (checked?.isPreview !== true || checked.isTold) return;
  checked.isTold = true;
  report("warning", message, checked.latest);
}

/** The same operation, which reports on the row of a resource. */
export const onRowOf = (context: OperationContext, urn: string | undefined): OperationContext => ({
  ...context,
  report: (level, message, row = urn) => {
    context.report(level, message, row);
  },
});

const inputsKey = (inputs: CheckedRun): string =>
  JSON.stringify(Object.entries(inputs).sort(([one], [other]) => (one < other ? -1 : 1)));

/** A pipeline, for messages: its name costs nothing where the checks have read the list. */
export async function describePipeline(pipelineId: number, { session, options }: OperationContext): Promise<string> {
  const { pipelines } = accountOf(session).lists;
  const { hits } = await search(pipelines, ({ id }) => id === pipelineId, {
    options: options(),
    toleranceMs: 60_000,
  }).catch(() => ({ hits: [] }));
  return hits[0] === undefined ? `pipeline ${String(pipelineId)}` : nameOf({ noun: "pipeline" }, hits[0].name);
}

/** A line of progress: `build: success, result 812, after 12s`. */
export function describeTaskChange({ task, status, rawStatus, resultId, elapsedMs }: TaskChange): string {
  const after = `after ${formatDuration(elapsedMs)}`;
  // A word that is not known counts as running, and is worth naming.
  if (status === "running") return `${task}: ${/^in_?progress$/i.test(rawStatus) ? "running" : rawStatus}, ${after}`;
  return `${task}: ${status}, ${resultId ? `result ${resultId}, ` : ""}${after}`;
}

/** Why a run did not succeed, and where to look. */
export function describeFailure(subject: string, outcome: RunOutcome): string {
  const { runId, status } = outcome;
  if (status === "canceled") return `Run ${runId} of ${subject} was canceled.`;
  const tasks = failedTasks(outcome).map(({ name, type, resultId }) => {
    const result = resultId === undefined ? "" : ` (${type ?? "task"} result ${resultId})`;
    return `task "${name}"${result}`;
  });
  const because = tasks.length === 0 ? "" : `: ${tasks.join(", ")} failed`;
  return (
    `Run ${runId} of ${subject} failed${because}. The log is in the console, under SourcePipeline, in the history of ` +
    `the pipeline.`
  );
}

export const howToRunAgain =
  'To run it again, change triggers, or set retryFailed: true; a plain "pulumi up" starts no other run.';
