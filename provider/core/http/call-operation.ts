import { buildRequest, parseEndpoint, type FlatRequest, type HttpRequest } from "./build-request.ts";
import { classifyFault } from "./classify-fault.ts";
import { createServiceError } from "./create-service-error.ts";
import { redactFailure, type Failure, type Outcome, type Reason } from "./failure.ts";
import type { CallOptions, Operation, OperationTable } from "./operation.ts";
import { findProxy, proxySecrets, type Environment, type HttpProxy } from "./proxy/find-proxy.ts";
import { readResponse } from "./read-response.ts";
import { sendWithRetries, type SendContext, type Sent } from "./send-with-retries.ts";
import { loadOperation, type Service } from "./service.ts";
import { createStopSignal, type StopSignal } from "./stop-signal.ts";
import type { Transport } from "./transport.ts";

/** What all calls of a client share. */
export interface CallPorts extends Omit<SendContext, "method" | "summary" | "stop"> {
  readonly service: Pick<Service<OperationTable>, "loadOperations" | "hints">;
  readonly endpoint: string;
  readonly transport: Transport;
  /** This machine's clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Where the proxy's variables are read. */
  readonly environment: Environment;
  /** Ends all calls of the client. */
  readonly signal: AbortSignal | undefined;
  readonly secrets: readonly string[];
}

/**
 * Calls one operation of the service: request, attempts, result.
 *
 * @param name One of the service's table.
 * @throws ServiceError, and nothing else.
 */
export async function callOperation(
  ports: CallPorts,
  name: string,
  request: FlatRequest,
  options: CallOptions,
): Promise<unknown> {
  const { endpoint, service } = ports;
  const operation = await loadOperation(service, name);

  const stop = createStopSignal(options, ports);
  const sent = await send(ports, operation, request, stop).finally(stop.release);
  if (sent.failure === undefined) return sent.result;
  const { summary } = operation;
  const context = { operation: name, summary, host: hostOf(endpoint), attempts: sent.attempts };
  throw createServiceError(sent.failure, context, service.hints);
}

async function send(ports: CallPorts, operation: Operation, request: FlatRequest, stop: StopSignal): Promise<Sent> {
  const { method, summary } = operation;
  const base = attemptTo(() => parseEndpoint(ports.endpoint), "badEndpoint");
  if ("failure" in base) return { ...base, attempts: 0 };
  const built = attemptTo(() => buildRequest(base.value, operation, request), "badRequest");
  if ("failure" in built) return { ...built, attempts: 0 };
  const found = attemptTo(() => findProxy(base.value, ports.environment), "badProxy");
  if ("failure" in found) return { ...found, attempts: 0 };

  const proxy = found.value;
  const secrets = proxy === undefined ? ports.secrets : [...ports.secrets, ...proxySecrets(proxy)];
  return sendWithRetries(
    async () => {
      const outcome = await sendOnce(ports.transport, operation, { ...built.value, proxy }, stop);
      if (outcome.failure === undefined) return outcome;
      return { failure: { ...redactFailure(outcome.failure, secrets), proxy: proxy && shownOf(proxy) } };
    },
    { ...ports, method, summary, stop },
  );
}

/** Without the address itself, which may hold a password. */
const shownOf = ({ host, variable }: HttpProxy): Failure["proxy"] => ({ host, variable });

/** One request and its response. What changes something is awaited whatever happens: only reading is broken off. */
async function sendOnce(
  transport: Transport,
  operation: Operation,
  request: HttpRequest,
  stop: StopSignal,
): Promise<Outcome> {
  const { method } = operation;
  const received = await (method === "GET" ? transport(request, stop.signal) : transport(request));
  if ("status" in received) return readResponse(operation, received);
  const reason = method === "GET" ? stop.reason() : undefined;
  return { failure: { ...classifyFault(method, received), ...(reason === undefined ? {} : { reason }) } };
}

function attemptTo<Value>(make: () => Value, reason: Reason): { value: Value } | { failure: Failure } {
  try {
    return { value: make() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return { failure: { category: "validation", reason, effect: "none", detail } };
  }
}

const hostOf = (endpoint: string): string => (URL.canParse(endpoint) ? new URL(endpoint).host : "the endpoint");
