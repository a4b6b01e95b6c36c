import { resumeRuns } from "../runs/advance-run.ts";
import type { Service } from "../service.ts";
import { armSchedules } from "../triggers/arm-schedule.ts";
import type { World } from "./world.ts";

/**
 * Puts another world in the place of the present one.
 *
 * @param time at which the emulator's clock goes on, milliseconds since the epoch.
 */
export function replaceWorld(service: Service, world: World, time: number): void {
  service.world = world;
  service.recentChanges = [];
  service.clock.restart(time);
  resumeRuns(service);
  armSchedules(service);
  service.changed();
}
