import type { EmulatedClock } from "../clock/emulated-clock.ts";
import type { Service } from "../service.ts";
import type { Pipeline } from "../state/state.ts";
import { nextOccurrence } from "./next-occurrence.ts";
import { startRun } from "./start-run.ts";

/** Sets the timer of a pipeline to the next time at which one of its schedules is due. */
export function armSchedule(service: Service, { id, trigger }: Pipeline): void {
  const { clock, offsetAt } = service;
  const times = trigger.schedule.flatMap((schedule) => nextOccurrence(schedule, clock.now(), offsetAt) ?? []);
  if (times.length === 0) {
    disarmSchedule(service, id);
    return;
  }
  const time = Math.min(...times);
  clock.at(timerKey(id), time, () => fire(service, id, time));
}

/** Sets the timers of all pipelines, after a start or a change of the state. */
export function armSchedules(service: Service): void {
  for (const pipeline of service.state.pipelines.values()) armSchedule(service, pipeline);
}

/** When a schedule is due next, whichever it is: milliseconds since the epoch. */
export const nextSchedule = (clock: EmulatedClock): number | undefined => clock.next(keyPrefix);

export function disarmSchedule({ clock }: Service, id: number): void {
  clock.cancel(timerKey(id));
}

function fire(service: Service, id: number, time: number): void {
  const pipeline = service.state.pipelines.get(id);
  if (!pipeline) return;
  const due = pipeline.trigger.schedule.filter(
    (schedule) => nextOccurrence(schedule, time - 1, service.offsetAt) === time,
  );
  // Schedules that are due together start one run.
  if (due.some(({ scheduleOnlyWithChange }) => !scheduleOnlyWithChange || pipeline.changed)) {
    startRun(service, pipeline, { requestType: "trigger", requestId: "schedule", chain: [] });
  }
  armSchedule(service, pipeline);
}

const keyPrefix = "schedule ";

const timerKey = (id: number): string => `${keyPrefix}${id}`;
