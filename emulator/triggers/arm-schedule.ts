import type { Service } from "../service.ts";
import type { Pipeline } from "../world/world.ts";

export function armSchedule(_service: Service, _pipeline: Pipeline): void {
  // filled in with the schedules
}

export function disarmSchedule(service: Service, id: number): void {
  service.clock.cancel(`schedule ${String(id)}`);
}

/** Sets the timers of all pipelines, after a start or a change of the world. */
export function armSchedules(service: Service): void {
  for (const pipeline of service.world.pipelines.values()) armSchedule(service, pipeline);
}
