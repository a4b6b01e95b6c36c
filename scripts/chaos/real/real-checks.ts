import { isDeepStrictEqual } from "node:util";
import { findTouched, managedPipelines } from "../checks/find-touched.ts";
import { findViolations } from "../checks/find-violations.ts";
import { followHint } from "../checks/follow-hint.ts";
import { findLostRuns } from "../runs/find-lost-runs.ts";
import type { RealState } from "./read-state.ts";
import { hasRetries } from "./real-runs.ts";
import { play, type RealRun, stateOf, writeProgram } from "./real-run.ts";

const mostRepairs = 6;

const repairing = ["up", "--yes", "--skip-preview", "--refresh", "--continue-on-error"];

/** Runs the commands of a user who reads the messages, without faults, until one succeeds. */
export async function repairReal(run: RealRun): Promise<void> {
  const { report, doubts, program } = run;
  for (let attempt = 1; attempt <= mostRepairs && report.violations.length === 0; attempt += 1) {
    const { result, failures } = await play(run, [...repairing, ...replaceOptions(run)]);
    if (result.code === 0 && hasRetries(run, stateOf(run).runs)) continue;
    if (result.code === 0) {
      run.toReplace.clear();
      return;
    }
    if (failures.length === 0)
      report.violations.push(`without faults: exit code ${String(result.code)}, and no reason.`);
    const toRemove: string[] = [];
    for (const { resource, message } of failures) {
      const hands = { program, removeFromState: (name: string) => void toRemove.push(name) };
      const hint = followHint({ resource, message }, hands, doubts.has(resource));
      if (hint === undefined) report.violations.push(`without faults: ${resource}: ${message}`);
      else report.events.count(hint);
    }
    for (const resource of toRemove) await removeFromState(run, resource);
    writeProgram(run, program);
  }
  if (report.violations.length === 0) report.violations.push(`not repaired by ${String(mostRepairs)} commands.`);
}

/** The resources that are still to be replaced, as options of `up`. */
export const replaceOptions = (run: RealRun): string[] =>
  stateOf(run)
    .pipelines.filter(({ resource, isCondemned }) => run.toReplace.has(resource) && !isCondemned)
    .flatMap(({ urn }) => ["--replace", urn]);

async function removeFromState(run: RealRun, resource: string): Promise<void> {
  const { pipelines, runs } = stateOf(run);
  for (const { urn } of [...pipelines, ...runs].filter((held) => held.resource === resource)) {
    await run.project.pulumi(["state", "delete", "--yes", "--target-dependents", urn]);
  }
}

/** What must hold after every round: program, state and services agree, and another command changes nothing. */
export async function checkReal(run: RealRun): Promise<void> {
  const { program, services, report } = run;
  if (report.violations.length > 0) return;
  const before = stateOf(run);
  report.violations.push(...findViolations(program, before, managedPipelines(run)));
  report.violations.push(...findTouched(run));
  report.violations.push(...findLostRuns(program, before.runs, services.default), ...run.ledger.violations());
  for (const service of Object.values(services)) service.requests = [];
  const again = await play(run, ["up", "--yes", "--skip-preview", "--refresh", "--expect-no-changes"]);
  if (again.result.code !== 0) report.violations.push("a second up does not succeed without changes.");
  report.violations.push(...differences(before, stateOf(run)));
  for (const service of Object.values(services)) {
    for (const { method, path } of service.requests) {
      if (method !== "GET") report.violations.push(`a second up changes something: ${method} ${path}.`);
    }
  }
}

/** What a refresh, and an up that changes nothing, changed about a state all the same; its order means nothing. */
function differences(before: RealState, after: RealState): string[] {
  const later = new Map(after.pipelines.map((pipeline) => [pipeline.urn, pipeline]));
  const changed = before.pipelines.filter((pipeline) => !isDeepStrictEqual(pipeline, later.get(pipeline.urn)));
  return changed.map(
    ({ urn, text }) => `a refresh shows drift: ${urn}: ${text} became ${later.get(urn)?.text ?? "nothing"}.`,
  );
}
