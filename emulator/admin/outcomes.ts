import type { Service } from "../service.ts";
import type { AdminInput } from "./admin-route.ts";
import { readValue } from "../shape/read-value.ts";
import { amount, listOf, oneOf, optional, positive, record, text } from "../shape/shape.ts";

const rule = record({
  pipeline: optional(text),
  task: optional(text),
  projectId: optional(positive),
  status: oneOf("success", "failed"),
  durationMs: optional(amount),
  times: optional(positive),
});

const outcomesBody = record({ rules: listOf(rule) });

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
