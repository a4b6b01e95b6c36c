import { validateHeaderValue } from "node:http";
import { operationNames } from "../../provider/services/sourcepipeline/api/index.ts";
import { faultKinds, faultMoments } from "../faults/fault-rule.ts";
import { createRandom } from "../random.ts";
import type { Service } from "../service.ts";
import { readValue } from "../shape/read-value.ts";
import {
  amount,
  anything,
  check,
  listOf,
  oneOf,
  optional,
  positive,
  type Reader,
  record,
  recordOf,
  report,
  text,
  waitable,
  whole,
} from "../shape/shape.ts";
import type { AdminInput } from "./admin-route.ts";

const probability = check<number>(
  "a number from 0 to 1",
  (value) => typeof value === "number" && value >= 0 && value <= 1,
);
const status = check<number>(
  "a status from 200 to 599",
  (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
);

/** What Node refuses to write would end the connection without an answer. */
const headerValue = check<string>("a text that can stand in a header", (value) => {
  try {
    validateHeaderValue("x", String(value));
    return typeof value === "string";
  } catch {
    return false;
  }
});

const headers: Reader<Record<string, string>> = (value, place) => {
  const read = recordOf(headerValue)(value, place);
  for (const name of Object.keys(read)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) report(place, `${JSON.stringify(name)} cannot be the name of a header`);
  }
  return read;
};

const rule = record({
  operation: oneOf("*", ...operationNames),
  when: optional(oneOf(...faultMoments)),
  kind: optional(oneOf(...faultKinds)),
  times: optional(positive),
  probability: optional(probability),
  status: optional(status),
  body: anything,
  headers: optional(headers),
  delayMs: optional(waitable),
});

const faultsBody = record({ rules: listOf(rule), seed: optional(whole) });

export const listFaults = ({ faults }: Service) => ({ rules: faults });

export function addFaults(service: Service, { body }: AdminInput) {
  const { rules, seed } = readValue("The body", faultsBody, body);
  if (seed !== undefined) service.random = createRandom(seed);
  service.faults.push(
    ...rules.map((given) => ({
      ...given,
      when: given.when ?? "before",
      kind: given.kind ?? "respond",
      headers: smallLetters(given.headers),
      fired: 0,
    })),
  );
  return listFaults(service);
}

export function removeFaults(service: Service) {
  service.faults = [];
  return listFaults(service);
}

/** Headers in the spelling in which the emulator writes its own, so that none is sent twice. */
const smallLetters = (headers: Record<string, string> | undefined) =>
  headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const outcomeRule = record({
  pipeline: optional(text),
  task: optional(text),
  projectId: optional(positive),
  status: oneOf("success", "failed"),
  durationMs: optional(amount),
  times: optional(positive),
});

const outcomesBody = record({ rules: listOf(outcomeRule) });

export const listOutcomes = ({ outcomes }: Service) => ({ rules: outcomes });

export function addOutcomes(service: Service, { body }: AdminInput) {
  const { rules } = readValue("The body", outcomesBody, body);
  service.outcomes.push(...rules.map((given) => ({ ...given, used: 0 })));
  return listOutcomes(service);
}

export function removeOutcomes(service: Service) {
  service.outcomes = [];
  return listOutcomes(service);
}
