import { operationNames } from "../../provider/api/index.ts";
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
  record,
  recordOf,
  text,
  whole,
} from "../shape/shape.ts";

const probability = check<number>("a number from 0 to 1", (value) => Number(value) >= 0 && Number(value) <= 1);
const status = check<number>("a status from 200 to 599", (value) => Number(value) >= 200 && Number(value) <= 599);

const rule = record({
  operation: oneOf("*", ...operationNames),
  when: optional(oneOf(...faultMoments)),
  kind: optional(oneOf(...faultKinds)),
  times: optional(positive),
  probability: optional(probability),
  status: optional(status),
  body: anything,
  headers: optional(recordOf(text)),
  delayMs: optional(amount),
});

const faultsBody = record({ rules: listOf(rule), seed: optional(whole) });

export const listFaults = ({ faults }: Service) => ({ rules: faults });

export function addFaults(service: Service, body: unknown) {
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
