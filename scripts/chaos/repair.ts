import { refresh, up } from "./engine.ts";
import { follow } from "./remedies.ts";
import { betweenCommandsMs, newProcess, note, type Run } from "./run.ts";

const mostRepairs = 5;

/** Runs the commands of a user who reads the messages, without faults, until one succeeds. */
export async function repair(run: Run): Promise<void> {
  const { program, stack, time, doubts, report } = run;
  for (let attempt = 1; attempt <= mostRepairs; attempt += 1) {
    const { connect } = newProcess(run);
    const command = { connect, parallel: 6 };
    const refreshed = await refresh(stack, command);
    note(run, refreshed);
    const { failures } = await up(stack, program, command);
    const all = [...refreshed.failures, ...failures];
    time.advance(betweenCommandsMs);
    if (all.length === 0) return;
    for (const failure of all) {
      const remedy = follow(failure, run, doubts.has(failure.resource));
      if (remedy === undefined) report.violations.push(`without faults: ${failure.resource}: ${failure.message}`);
      else report.events.count(remedy);
    }
    if (report.violations.length > 0) return;
  }
  report.violations.push(`not repaired by ${mostRepairs} commands.`);
}
