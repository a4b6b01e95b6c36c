import type { Service } from "../service.ts";
import type { Exchange, Step } from "./exchange.ts";
import type { RequestEntry } from "./request-entry.ts";

/** The log keeps this many requests; older ones are dropped. */
const entryLimit = 10_000;

/** Writes the request into the log of requests and tells it to the log on standard error. */
export const recordRequest: Step<Service> = (exchange, service) => {
  service.lastRequestId += 1;
  const entry = entryFor(exchange, service.lastRequestId);
  service.requests.push(entry);
  if (service.requests.length > entryLimit) service.requests.shift();

  const { id, status, signature, fault } = entry;
  const operation = entry.operation ?? "no operation";
  service.log.info({ id, status, operation, ...(fault && { fault }) }, `${entry.method} ${entry.path}`);
  if (signature !== "ok") service.log.warn({ id, ...signature }, "signature refused");
};

const entryFor = (exchange: Exchange, id: number): RequestEntry => ({
  id,
  time: new Date(exchange.time).toISOString(),
  method: exchange.method,
  path: exchange.target,
  operation: exchange.route?.operation ?? null,
  status: exchange.delivery === "send" || exchange.delivery === "truncate" ? (exchange.answer?.status ?? null) : null,
  signature: exchange.signature,
  ...(exchange.fault && { fault: `${exchange.fault.kind} ${exchange.fault.when}` }),
});
