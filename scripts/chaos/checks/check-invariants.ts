import { isDeepStrictEqual } from "node:util";
import { refresh } from "../engine/refresh.ts";
import { up } from "../engine/up.ts";
import { home, type Run, startProcesses } from "../run.ts";
import type { Saved } from "../stack.ts";
import { findTouched, managedPipelines } from "./find-touched.ts";
import { findViolations } from "./find-violations.ts";

/** What must hold after every round: program, state and services agree, and another command changes nothing. */
export async function checkInvariants(run: Run): Promise<void> {
  const { program, stack, services, report } = run;
  if (report.violations.length > 0) return;
  const made = new Map(stack.made.map(({ resource, id }) => [resource, id]));
  report.violations.push(...findViolations(program, { pipelines: stack.resources, made }, managedPipelines(run)));
  report.violations.push(...findTouched(run));

  const before = stack.resources;
  for (const service of Object.values(services)) service.requests = [];
  const command = { ...startProcesses(run, home(run)), parallel: 6, continueOnError: true };
  const refreshed = await refresh(stack, command);
  const again = await up(stack, program, command);
  if (!isDeepStrictEqual(byResource(before), byResource(stack.resources)))
    report.violations.push("a refresh shows drift.");
  for (const { message } of [...refreshed.failures, ...again.failures]) report.violations.push(`second up: ${message}`);
  for (const service of Object.values(services)) {
    for (const { method, path } of service.requests) {
      if (method !== "GET") report.violations.push(`a second up changes something: ${method} ${path}.`);
    }
    service.requests = [];
  }
}

const byResource = (items: readonly Saved[]): Map<string, Saved> =>
  new Map(
    items.toSorted((one, other) => (one.resource < other.resource ? -1 : 1)).map((item) => [item.resource, item]),
  );
