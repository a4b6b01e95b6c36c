import { isDeepStrictEqual } from "node:util";
import { refresh } from "../engine/refresh.ts";
import { up } from "../engine/up.ts";
import { home, type Run, startProcesses } from "../run.ts";
import { findLostRuns } from "../runs/find-lost-runs.ts";
import type { Saved, Stack } from "../stack.ts";
import { findTouched, managedPipelines } from "./find-touched.ts";
import { findViolations } from "./find-violations.ts";

/** What must hold after every round: program, state and services agree, and another command changes nothing. */
export async function checkInvariants(run: Run): Promise<void> {
  const { program, stack, services, report } = run;
  if (report.violations.length > 0) return;
  const made = new Map(stack.made.map(({ resource, id }) => [resource, id]));
  report.violations.push(...findViolations(program, { pipelines: stack.resources, made }, managedPipelines(run)));
  report.violations.push(...findTouched(run));

  report.violations.push(...findLostRuns(program, stack.runs, services.default));
  report.violations.push(...run.ledger.violations());

  const before = stack.resources;
  const runsBefore = idsOf(stack);
  for (const service of Object.values(services)) service.requests = [];
  const command = { ...startProcesses(run, home(run)), parallel: 6, continueOnError: true };
  const refreshed = await refresh(stack, command);
  const again = await up(stack, program, command);
  if (!isDeepStrictEqual(byResource(before), byResource(stack.resources)))
    report.violations.push("a refresh shows drift.");
  if (!isDeepStrictEqual(runsBefore, idsOf(stack))) report.violations.push("a refresh changes which runs there are.");
  for (const { message } of [...refreshed.failures, ...again.failures]) report.violations.push(`second up: ${message}`);
  for (const service of Object.values(services)) {
    for (const { method, path } of service.requests) {
      if (method !== "GET") report.violations.push(`a second up changes something: ${method} ${path}.`);
    }
    service.requests = [];
  }
}

/** Which run each resource is; how it stands changes by itself. */
const idsOf = ({ runs }: Stack): string[] => runs.map(({ resource, id }) => `${resource} ${id}`).sort();

const byResource = (items: readonly Saved[]): Map<string, Saved> =>
  new Map(
    items.toSorted((one, other) => (one.resource < other.resource ? -1 : 1)).map((item) => [item.resource, item]),
  );
