import { changeSettings, settingProblems } from "../settings/change-settings.ts";
import type { Service } from "../service.ts";
import type { AdminInput } from "./admin-route.ts";
import { readValue } from "../shape/read-value.ts";
import { isRecord, report, type Reader } from "../shape/shape.ts";

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
