import type { Service } from "../service.ts";
import { createWorld } from "../world/create-world.ts";
import { readSeed } from "../world/read-seed.ts";
import { replaceWorld } from "../world/replace-world.ts";
import { snapshot } from "../world/snapshot.ts";

export const showState = ({ world, clock }: Service) => snapshot(world, clock.now());

export function putState(service: Service, body: unknown) {
  const seed = readSeed("The body", body);
  replaceWorld(service, createWorld(seed, service.world.counters), service.clock.now());
  return showState(service);
}

export function resetState(service: Service) {
  service.reset();
  return showState(service);
}
