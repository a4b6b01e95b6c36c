import type { Service } from "../service.ts";
import { changeSettings } from "../settings.ts";
import { readValue } from "../shapes/read-value.ts";
import { readSeed } from "../state/seed-shape.ts";
import type { Seed } from "../state/seed.ts";
import { keepSecrets, maskSecrets, snapshot } from "../state/snapshot.ts";
import type { AdminInput } from "./admin-route.ts";
import { settingsBody } from "./body-shapes.ts";

/** The secret keys of sub-accounts are masked unless `?secrets=true` asks for them. */
export function showState({ state, clock }: Service, { query }: Pick<AdminInput, "query">): Seed {
  const seed = snapshot(state, clock.now());
  return query.get("secrets") === "true" ? seed : maskSecrets(seed);
}

export function putState(service: Service, { body, query }: AdminInput): Seed {
  service.replaceState(keepSecrets(readSeed("The body", body), service.state.permissions));
  return showState(service, { query });
}

export function resetState(service: Service, input: AdminInput): Seed {
  service.reset();
  return showState(service, input);
}

export const listRequests = ({ requests }: Service) => requests;

export function clearRequests(service: Service) {
  service.requests = [];
  return service.requests;
}

export const showSettings = ({ settings }: Service) => settings;

export function patchSettings(service: Service, { body }: AdminInput) {
  service.settings = changeSettings(service.settings, readValue("The body", settingsBody, body));
  return service.settings;
}
