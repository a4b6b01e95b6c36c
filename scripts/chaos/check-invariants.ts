import { isDeepStrictEqual } from "node:util";
import { refresh, up } from "./engine.ts";
import { findViolations } from "./find-violations.ts";
import { newProcess, type Run } from "./run.ts";

/** What must hold after every round: program, state and service agree, and another command changes nothing. */
export async function checkInvariants(run: Run): Promise<void> {
  const { program, stack, service, foreign, report } = run;
  if (report.violations.length > 0) return;
  const managed = [...service.world.pipelines.values()].filter(({ id }) => !foreign.includes(id));
  report.violations.push(...findViolations(program, stack, managed));
  for (const id of foreign) {
    if (service.world.pipelines.get(id)?.description !== "somebody else's") report.violations.push(`touched: ${id}.`);
  }

  const before = stack.resources;
  service.requests = [];
  const { connect } = newProcess(run);
  const refreshed = await refresh(stack, { connect, parallel: 6 });
  const again = await up(stack, program, { connect, parallel: 6 });
  if (!isDeepStrictEqual(byResource(before), byResource(stack.resources)))
    report.violations.push("a refresh shows drift.");
  for (const { message } of [...refreshed.failures, ...again.failures]) report.violations.push(`second up: ${message}`);
  for (const { method, path } of service.requests) {
    if (method !== "GET") report.violations.push(`a second up changes something: ${method} ${path}.`);
  }
  service.requests = [];
}

const byResource = <Item extends { resource: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(
    items.toSorted((one, other) => (one.resource < other.resource ? -1 : 1)).map((item) => [item.resource, item]),
  );
