import { type Environment, findProxy, type HttpProxy } from "../../provider/core/http/proxy/find-proxy.ts";
import { createTransport } from "../../provider/core/http/transport.ts";
import type { Configuration } from "../../provider/config/configuration.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { describeProxy } from "./check-proxy.ts";
import { failed, type Finding, ok, warned } from "./finding.ts";

/** Where the keys come from, which place and endpoint they are used at, and by which way; never the keys themselves. */
export function describeConfiguration(
  { location, endpoint, warnings }: Configuration,
  given: Settings,
  environment: NodeJS.ProcessEnv,
): Finding[] {
  const sourceOf = (key: "accessKey" | "secretKey", variable: string): string => {
    if (given[key] !== undefined) return "the stack's configuration";
    return environment[variable]
      ? variable
      : `profile ${environment["NCLOUD_PROFILE"] || "DEFAULT"} of ~/.ncloud/configure`;
  };
  return [
    ok("access key", `from ${sourceOf("accessKey", "NCLOUD_ACCESS_KEY")}`),
    ok("secret key", `from ${sourceOf("secretKey", "NCLOUD_SECRET_KEY")}`),
    ok("place", `region ${location.region}, platform ${location.platform}, site ${location.site}`),
    ok("endpoint", endpoint),
    ...warnings.map((warning) => warned("endpoint", warning)),
    describeProxy(endpoint, environment),
  ];
}

/** What a look at the service's clock takes. */
export interface ClockPorts {
  readonly now: () => number;
  /** The `Date` header of any answer, signed or not. */
  readonly dateOf: (url: string) => Promise<string | undefined>;
}

/** From here on requests are in danger: half of the five minutes that the service allows (reference section 1.3). */
const notableMs = 150_000;

/** How far this machine's clock is from the service's. */
export async function checkClock(endpoint: string, { now, dateOf }: ClockPorts): Promise<Finding> {
  const before = now();
  const date = Date.parse((await dateOf(`${endpoint}/api/v1/project`)) ?? "");
  if (Number.isNaN(date)) return failed("clock", `${endpoint} does not tell its time. Check the endpoint.`);
  const offset = Math.round((date - (before + now()) / 2) / 1000);
  const text = `${Math.abs(offset)} s ${offset < 0 ? "behind" : "ahead of"} this machine's`;
  if (Math.abs(offset) * 1000 < notableMs) return ok("clock", `the service's is ${text}`);
  return failed("clock", `the service's is ${text}, and requests 5 minutes off are refused. Set this machine's clock.`);
}

/** Asks without a key, by the way that all requests take: whatever the answer is, it has a date. */
export async function dateOfAnswer(url: string, environment: Environment): Promise<string | undefined> {
  const nobody = { accessKey: "", secretKey: "", region: "" };
  const transport = createTransport({ ...nobody, clock: Date.now, timeouts: { attemptMs: 10_000 } });
  const received = await transport({ method: "GET", url, proxy: proxyFor(url, environment) });
  // Why there is no answer, or only one of the proxy, is told by the first list, in the client's own words.
  return "status" in received && received.status !== 407 ? received.headers["date"] : undefined;
}

/** None where the variable is wrong, which has a line of its own. */
function proxyFor(url: string, environment: Environment): HttpProxy | undefined {
  try {
    return findProxy(new URL(url), environment);
  } catch {
    return undefined;
  }
}
