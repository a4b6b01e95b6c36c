import type { OperationName } from "../../services/sourcepipeline/api/operations.ts";
import type { callOperation, CallPorts } from "./call-operation.ts";
import type { CallOptions, Client, ClientOptions, Request, Result } from "./client-types.ts";
import { createServiceClock } from "./clock-skew.ts";
import { createLimiters } from "./limiter.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { createTransport } from "./transport.ts";
import { waitInRealTime } from "./wait.ts";

/**
 * A client of the service at one endpoint, with one key. The operations are listed here by name so that the table, with
 * its schemas, loads with the first call: programs and plugin processes start without it.
 *
 * @example
 * const client = createClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 * const { projectList } = await client.getProjects({});
 */
export function createClient(options: ClientOptions): Client {
  const ports = createPorts(options);
  let loading: Promise<{ callOperation: Call }> | undefined;
  const operation =
    <Name extends OperationName>(name: Name) =>
    async (request: Request<Name>, callOptions: CallOptions = {}): Promise<Result<Name>> => {
      const { callOperation: call } = await (loading ??= import("./call-operation.ts"));
      return (await call(ports, name, request, callOptions)) as Result<Name>;
    };

  return {
    createProject: operation("createProject"),
    getProjects: operation("getProjects"),
    getProject: operation("getProject"),
    getProjectHistories: operation("getProjectHistories"),
    getProjectHistory: operation("getProjectHistory"),
    getTimeZones: operation("getTimeZones"),
    changeProject: operation("changeProject"),
    startProject: operation("startProject"),
    cancelProject: operation("cancelProject"),
    deleteProject: operation("deleteProject"),
    getRepositories: operation("getRepositories"),
    getBranches: operation("getBranches"),
    getBuildProjects: operation("getBuildProjects"),
    getDeployProjects: operation("getDeployProjects"),
    getDeployStages: operation("getDeployStages"),
    getDeployScenarios: operation("getDeployScenarios"),
  };
}

type Call = typeof callOperation;

function createPorts(options: ClientOptions): CallPorts {
  const { endpoint, region, accessKey, secretKey, timeouts } = options;
  const { now = Date.now, random = Math.random, log = () => undefined, environment = process.env } = options;
  const wait = options.wait === undefined ? waitInRealTime : tolerant(options.wait);
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
  };
}

type Wait = NonNullable<ClientOptions["wait"]>;

/** Some ways to wait end with an error when the signal aborts, Node's own among them; here they just end. */
const tolerant =
  (wait: Wait): Wait =>
  async (milliseconds, signal) => {
    if (signal?.aborted) return;
    try {
      await wait(milliseconds, signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  };
