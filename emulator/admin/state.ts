import type { Service } from "../service.ts";
import { changeSettings, settingProblems } from "../settings.ts";
import { readValue } from "../shape/read-value.ts";
import { isRecord, type Reader, report } from "../shape/shape.ts";
import { readSeed } from "../state/seed-shape.ts";
import type { Seed } from "../state/seed.ts";
import { keepSecrets, maskSecrets, snapshot } from "../state/snapshot.ts";
import type { AdminInput } from "./admin-route.ts";

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

const changeReader: Reader<Record<string, unknown>> = (value, place) => {
  if (isRecord(value)) place.problems.push(...settingProblems(value));
  else report(place, "expected an object");
  return value as Record<string, unknown>;
};

export const showSettings = ({ settings }: Service) => settings;

export function patchSettings(service: Service, { body }: AdminInput) {
  service.settings = changeSettings(service.settings, readValue("The body", changeReader, body));
  return service.settings;
}
