import { isDeepStrictEqual } from "node:util";
import { factsOf, withAccountProblems } from "../../../core/resource/check-account.ts";
import type { CheckResult } from "../../../core/resource/check.ts";
import type { OperationContext } from "../../../core/resource/operation-context.ts";
import type { CheckRequest } from "../../../core/resource/request.ts";
import type { ReferringType } from "../../../core/resource/resource-type.ts";
import type { Host } from "../../../core/session.ts";
import { formatProblem, isError } from "../../../core/validation/problem.ts";
import { missingReferences, unreadableLists } from "../../../core/validation/references/gather-references.ts";
import { isUnknown } from "../../../core/validation/unknown.ts";
import { accountOf, selectList } from "../account.ts";
import type { ListRequest } from "../pipeline/references/reference.ts";
import { rules } from "../pipeline/rules/catalogue.ts";
import { runDescriptor } from "./descriptor.ts";
import { runRules } from "./rules.ts";
import { asChecked, type CheckedRun, parseRun, type RunInputs, runInputsOf, type RunState } from "./pipeline-run.ts";
import { rememberCheck } from "./run-reports.ts";

/** Brings a run into canonical form, looks its pipeline up, and says at preview what would run, and why. */
export async function checkRun(request: CheckRequest, host: Host): Promise<CheckResult> {
  const { prior, program, urn, isPreview } = request;
  const facts = factsOf(request, host);
  const { context } = facts;
  const { session } = context;
  const { value, problems } = parseRun(program);
  const found = await withAccountProblems(runReferences, value as RunInputs, problems, facts, request);
  const errors = found.filter(isError);
  if (errors.length > 0) return { problems: errors };

  const isReplacement =
    (value as RunInputs).runOnCreate === false &&
    (Object.hasOwn(prior, "pipelineId")
      ? (prior as Partial<RunState>).isReplacement === true
      : request.stored.exists === true);
  const inputs = runInputsOf({ ...(value as RunInputs), ...session.location, ...(isReplacement && { isReplacement }) });
  rememberCheck(session, inputs, request);
  if (isPreview) {
    for (const warning of found) context.report("warning", formatProblem(warning), urn);
    const plan = await describePlan(prior, inputs, request, context);
    if (plan !== "") context.report("note", plan, urn);
  }
  return { inputs: asChecked(inputs) };
}

/** What a run refers to. */
export const runReferences: ReferringType<RunInputs> = {
  descriptor: runDescriptor,
  rules: { ...rules, ...runRules },
  listOf: (session, request) => selectList(accountOf(session).lists, request as ListRequest),
  checkGathered: (gathered, { pending }) =>
    Promise.resolve([...missingReferences(gathered, pending), ...unreadableLists(gathered, rules.NCSP901)]),
};

/** What the next update would run, and because of what; empty when it would run nothing. */
async function describePlan(
  prior: Partial<RunState>,
  inputs: CheckedRun,
  { stored }: CheckRequest,
  context: OperationContext,
): Promise<string> {
  const isFirst = prior.pipelineId === undefined;
  if (isFirst && inputs.runOnCreate === false && stored.exists !== true) {
    return "Would record the triggers, and run nothing (runOnCreate is false).";
  }
  const changed = isFirst ? [] : changedTriggers(prior.triggers, inputs.triggers);
  const moved = !isFirst && prior.pipelineId !== inputs.pipelineId;
  // For a replacement the engine checks twice: the first time reports it.
  if ((isFirst && stored.exists === true) || (!isFirst && changed.length === 0 && !moved)) return "";
  const because = changed.length === 0 ? "" : ` Changed triggers: ${changed.join(", ")}.`;
  return `Would run ${await describePipeline(inputs.pipelineId, context)}.${because}`;
}

async function describePipeline(projectId: number, { session, options }: OperationContext): Promise<string> {
  if (isUnknown(projectId)) return "the pipeline once it exists";
  try {
    const { name, tasks } = await accountOf(session).client.getProject({ projectId }, options());
    return `pipeline "${name}" (${String(tasks.length)} ${tasks.length === 1 ? "task" : "tasks"})`;
  } catch {
    return `pipeline ${String(projectId)}`;
  }
}

/** The names of what changed in the triggers; never a value, which may be a secret. */
function changedTriggers(prior: unknown, inputs: unknown): string[] {
  const [before, after] = [entriesOf(prior), entriesOf(inputs)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)));
}

function entriesOf(triggers: unknown): Map<string, unknown> {
  if (triggers === undefined || triggers === null) return new Map();
  if (typeof triggers !== "object") return new Map([["triggers", triggers]]);
  return new Map(Object.entries(triggers));
}
