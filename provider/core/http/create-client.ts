import type { callOperation, CallPorts } from "./call-operation.ts";
import { createServiceClock } from "./clock-skew.ts";
import { createLimiters, type Limiters } from "./limiter.ts";
import type { Client, NameIn, OperationTable, Result } from "./operation.ts";
import { createRetryBudget } from "./retry.ts";
import type { Service } from "./service.ts";
import { createTransport, type Timeouts } from "./transport.ts";
import { waitInRealTime, withoutAbortError, type Wait } from "./wait.ts";

/** What a client needs to know. Clock, randomness and waiting are arguments, so that tests move them by hand. */
export interface ClientOptions {
  /** Base URL in front of `/api/v1`, without user, query and fragment. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** From 0 up to, not including, 1. */
  readonly random?: () => number;
  readonly wait?: Wait;
  readonly log?: (level: "info" | "warning", message: string) => void;
  /** Shared by all clients of a process, so that those with the same endpoint and key hold back together. */
  readonly limiters?: Limiters;
  readonly timeouts?: Timeouts;
  /** Ends every call of the client, as the signal of one call ends that. */
  readonly signal?: AbortSignal | undefined;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read; `process.env` unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A client of a service at one endpoint, with one key: a method for each of its operations. What a call needs, the table
 * with its schemas included, is loaded with the first one: programs and plugin processes start without it.
 *
 * @example
 * const client = createClient(sourcePipeline, { endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 * const { projectList } = await client.getProjects({});
 */
export function createClient<Table extends OperationTable>(
  service: Service<Table>,
  options: ClientOptions,
): Client<Table> {
  const ports = { ...createPorts(options), service };
  let loading: Promise<{ callOperation: Call }> | undefined;
  const method =
    <Name extends NameIn<Table>>(name: Name): Client<Table>[Name] =>
    async (request, callOptions = {}) => {
      const { callOperation: call } = await (loading ??= import("./call-operation.ts"));
      return (await call(ports, name, request, callOptions)) as Result<Table, Name>;
    };

  const methods: object = Object.fromEntries(service.operationNames.map((name) => [name, method(name)]));
  return methods as Client<Table>;
}

type Call = typeof callOperation;

function createPorts(options: ClientOptions): Omit<CallPorts, "service"> {
  const { endpoint, region, accessKey, secretKey, timeouts, signal } = options;
  const { now = Date.now, random = Math.random, log = () => undefined, environment = process.env } = options;
  const wait = options.wait === undefined ? waitInRealTime : withoutAbortError(options.wait);
  const limiters = options.limiters ?? createLimiters({ now, random, wait });
  const clock = createServiceClock(now, (message) => log("warning", message));
  return {
    endpoint,
    secrets: [secretKey, accessKey],
    transport: createTransport({ region, accessKey, secretKey, clock: clock.now, timeouts }),
    limiter: limiters(endpoint, accessKey),
    budget: createRetryBudget(),
    clock,
    now,
    random,
    wait,
    log,
    environment,
    signal,
  };
}
