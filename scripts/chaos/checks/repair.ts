import { refresh } from "../engine/refresh.ts";
import { up } from "../engine/up.ts";
import { betweenCommandsMs, home, note, type Run, startProcesses } from "../run.ts";
import { isToRetry } from "../runs/find-lost-runs.ts";
import { followHint } from "./follow-hint.ts";

const mostRepairs = 5;

/** Runs the commands of a user who reads the messages, without faults, until one succeeds. */
export async function repair(run: Run): Promise<void> {
  const { program, stack, time, doubts, report } = run;
  const removeFromState = (resource: string): void => {
    stack.resources = stack.resources.filter((saved) => saved.resource !== resource);
    if (stack.runs.some((saved) => saved.resource === resource)) stack.deletedRuns = [...stack.deletedRuns, resource];
    stack.runs = stack.runs.filter((saved) => saved.resource !== resource);
  };
  for (let attempt = 1; attempt <= mostRepairs; attempt += 1) {
    run.ledger.look();
    const processes = startProcesses(run, home(run));
    const command = { ...processes, parallel: 6, continueOnError: true };
    const refreshed = await refresh(stack, command);
    note(run, processes, refreshed);
    const updated = await up(stack, program, command);
    note(run, processes, updated);
    const all = [...refreshed.failures, ...updated.failures];
    time.advance(betweenCommandsMs);
    if (all.length === 0 && !hasRetries(run)) return;
    for (const failure of all) {
      const hint = followHint(failure, { program, removeFromState }, doubts.has(failure.resource));
      if (hint === undefined) report.violations.push(`without faults: ${failure.resource}: ${failure.message}`);
      else report.events.count(hint);
    }
    if (report.violations.length > 0) return;
  }
  report.violations.push(`not repaired by ${String(mostRepairs)} commands.`);
}

/** Whether another up would run something again. */
const hasRetries = ({ stack, program }: Run): boolean =>
  stack.runs.some((saved) => {
    const spec = program.runs.get(saved.resource);
    return spec !== undefined && isToRetry(spec, saved);
  });
