import type { AdminInput } from "./admin-route.ts";
import type { Service } from "../service.ts";
import { keepSecrets, maskSecrets } from "../world/masked-secrets.ts";
import { readSeed } from "../world/read-seed.ts";
import { replaceWorld } from "../world/replace-world.ts";
import type { Seed } from "../world/seed.ts";
import { snapshot } from "../world/snapshot.ts";

/** The secret keys of sub-accounts are masked unless `?secrets=true` asks for them. */
export function showState({ world, clock }: Service, { query }: Pick<AdminInput, "query">): Seed {
  const state = snapshot(world, clock.now());
  return query.get("secrets") === "true" ? state : maskSecrets(state);
}

export function putState(service: Service, { body, query }: AdminInput): Seed {
  const seed = keepSecrets(readSeed("The body", body), service.world.permissions);
  replaceWorld(service, service.worldOf(seed), service.clock.now());
  return showState(service, { query });
}

export function resetState(service: Service, input: AdminInput): Seed {
  service.reset();
  return showState(service, input);
}
