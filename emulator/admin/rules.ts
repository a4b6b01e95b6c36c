import { faultsBody } from "../faults/fault-rule-shape.ts";
import { createRandom } from "../random.ts";
import type { Service } from "../service.ts";
import { readValue } from "../shapes/read-value.ts";
import type { AdminInput } from "./admin-route.ts";
import { outcomesBody } from "./body-shapes.ts";

export const listFaults = ({ faults }: Service) => ({ rules: faults });

export function addFaults(service: Service, { body }: AdminInput) {
  const { rules, seed } = readValue("The body", faultsBody, body);
  if (seed !== undefined) service.random = createRandom(seed);
  service.faults.push(...rules.map((rule) => ({ ...rule, fired: 0 })));
  return listFaults(service);
}

export function removeFaults(service: Service) {
  service.faults = [];
  return listFaults(service);
}

export const listOutcomes = ({ outcomes }: Service) => ({ rules: outcomes });

export function addOutcomes(service: Service, { body }: AdminInput) {
  const { rules } = readValue("The body", outcomesBody, body);
  service.outcomes.push(...rules.map((rule) => ({ ...rule, used: 0 })));
  return listOutcomes(service);
}

export function removeOutcomes(service: Service) {
  service.outcomes = [];
  return listOutcomes(service);
}
