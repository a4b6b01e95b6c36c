import type { Service } from "../service.ts";
import { hiddenChanges, type Moment } from "../state/visible-pipelines.ts";

/** Remembers a run that has just begun, where reads show late. */
export function hideRun(service: Service, id: number): void {
  if (service.settings.visibilityDelayMs > 0) service.recentRuns.push({ id, at: momentOf(service) });
}

/** Ids of the runs that reads do not show yet. */
export function hiddenRuns(service: Service): ReadonlySet<number> {
  const { settings, recentRuns } = service;
  service.recentRuns = hiddenChanges(recentRuns, momentOf(service), settings.visibilityDelayMs);
  return new Set(service.recentRuns.map(({ id }) => id));
}

const momentOf = ({ clock, wallNow }: Service): Moment => ({ emulated: clock.now(), wall: wallNow() });
