import { ServiceFailure } from "../failure.ts";
import { faultAfter, faultBefore } from "../faults/inject-fault.ts";
import type { RequestEntry, Service } from "../service.ts";
import { findRoute } from "../services/find-route.ts";
import { checkPermission, enforceQuota, verifySignature } from "./authorize.ts";
import { checkHost } from "./check-host.ts";
import type { Middleware, RequestContext } from "./context.ts";
import { receiveBody } from "./receive-body.ts";
import { deliver, failureResponse } from "./response.ts";

/** Serves a request of the service: these steps in order, until one of them sets the response or fails. */
const untilResponse: readonly Middleware[] = [
  receiveBody,
  checkHost,
  fireDueTimers,
  verifySignature,
  findOperation,
  checkPermission,
  enforceQuota,
  faultBefore,
  callHandler,
];

/** What happens to every request, whatever came of it. */
const always: readonly Middleware[] = [faultAfter, awaitSaved, recordRequest, deliver];

export async function serveRequest(context: RequestContext, service: Service): Promise<void> {
  try {
    for (const step of untilResponse) {
      await step(context, service);
      if (context.response !== undefined || context.delivery !== "send") break;
    }
  } catch (error) {
    context.response = failureResponse(asFailure(error, service), service.settings);
  }
  for (const step of always) await step(context, service);
}

/** What nobody foresaw is a response, too, and a line in the log for whoever looks after the emulator. */
export function asFailure(error: unknown, { log }: Service): ServiceFailure {
  if (error instanceof ServiceFailure) return error;
  log.error({ error: error instanceof Error ? error.stack : String(error) }, "unexpected failure");
  return new ServiceFailure("unexpected");
}

/** Lets everything happen that is due, so that responses do not depend on when the machine's timers fire. */
function fireDueTimers(_context: RequestContext, { clock }: Service): void {
  clock.fireDue();
}

function findOperation(context: RequestContext): void {
  context.route = findRoute(context.method, context.path, context.request.headers.host);
  if (!context.route) throw new ServiceFailure("notFound", "URL not found.");
}

/** Does what the request asks for. From here on it may have had an effect, so that a fault can happen after it. */
function callHandler(context: RequestContext, service: Service): void {
  if (!context.route) return;
  context.handled = true;
  context.response = context.route.serve(context, service);
}

/**
 * Holds the response back until the state file has what it says: an id that a client has seen exists, and is never
 * given again, even when the emulator is killed in the next moment.
 */
function awaitSaved(_context: RequestContext, { saved }: Service): Promise<void> {
  return saved();
}

/** The log keeps this many requests; older ones are dropped. */
const entryLimit = 10_000;

/** Writes the request into the log of requests and to the log on standard error. */
function recordRequest(context: RequestContext, service: Service): void {
  service.lastRequestId += 1;
  const entry = entryFor(context, service.lastRequestId);
  service.requests.push(entry);
  if (service.requests.length > entryLimit) service.requests.shift();

  const { id, status, signature, fault } = entry;
  const operation = entry.operation ?? "no operation";
  service.log.info({ id, status, operation, ...(fault && { fault }) }, `${entry.method} ${entry.path}`);
  if (signature !== "ok") service.log.warn({ id, ...signature }, "signature refused");
}

const entryFor = (context: RequestContext, id: number): RequestEntry => ({
  id,
  time: new Date(context.time).toISOString(),
  method: context.method,
  path: context.target,
  operation: context.route?.operation ?? null,
  status: context.delivery === "send" || context.delivery === "truncate" ? (context.response?.status ?? null) : null,
  signature: context.signature,
  ...(context.fault && { fault: `${context.fault.kind} ${context.fault.when}` }),
});
