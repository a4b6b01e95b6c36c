import type { Configuration } from "../../provider/config/configuration.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { type Environment, findProxy, type HttpProxy } from "../../provider/core/http/proxy/find-proxy.ts";
import { createTransport } from "../../provider/core/http/transport.ts";
import { messageOf } from "../output/text.ts";
import { failed, type CheckResult, ok, skipped, warned } from "./check-result.ts";

/** Where the keys come from, at which location and endpoint and through which proxy they are used; never the keys. */
export function describeConfiguration(
  { location, endpoint, warnings }: Configuration,
  given: Settings,
  environment: NodeJS.ProcessEnv,
): CheckResult[] {
  const sourceOf = (key: "accessKey" | "secretKey", variable: string): string => {
    if (given[key] !== undefined) return "the stack's configuration";
    return environment[variable]
      ? variable
      : `profile ${environment["NCLOUD_PROFILE"] || "DEFAULT"} of ~/.ncloud/configure`;
  };
  return [
    ok("access key", `from ${sourceOf("accessKey", "NCLOUD_ACCESS_KEY")}`),
    ok("secret key", `from ${sourceOf("secretKey", "NCLOUD_SECRET_KEY")}`),
    ok("location", `region ${location.region}, platform ${location.platform}, site ${location.site}`),
    ok("endpoint", endpoint),
    ...warnings.map((warning) => warned("endpoint", warning)),
    describeProxy(endpoint, environment),
  ];
}

/** What checking the service's clock takes. */
export interface ClockPorts {
  readonly now: () => number;
  /** The `Date` header of any response, signed or not; empty where it has none, undefined without a response. */
  readonly dateOf: (url: string) => Promise<string | undefined>;
}

/** From here on requests are in danger: half of the five minutes that the service allows (reference section 1.3). */
const notableMs = 150_000;

/** How far this machine's clock is from the service's. */
export async function checkClock(endpoint: string, { now, dateOf }: ClockPorts): Promise<CheckResult> {
  const before = now();
  const header = await dateOf(`${endpoint}/api/v1/project`);
  if (header === undefined) return skipped("clock", `not tried: there was no response from ${endpoint}`);
  const date = Date.parse(header);
  if (Number.isNaN(date)) return failed("clock", `${endpoint} does not send its time. Check the endpoint.`);
  const offset = Math.round((date - (before + now()) / 2) / 1000);
  const text = `${Math.abs(offset)} s ${offset < 0 ? "behind" : "ahead of"} this machine's`;
  if (Math.abs(offset) * 1000 < notableMs) return ok("clock", `the service's is ${text}`);
  return failed("clock", `the service's is ${text}, and requests 5 minutes off are refused. Set this machine's clock.`);
}

/** Asks without a key, through the proxy that all requests take: whatever the response is, it has a date. */
export async function dateOfResponse(url: string, environment: Environment): Promise<string | undefined> {
  const nobody = { accessKey: "", secretKey: "", region: "" };
  const transport = createTransport({ ...nobody, clock: Date.now, timeouts: { attemptMs: 10_000 } });
  const received = await transport({ method: "GET", url, proxy: proxyFor(url, environment) });
  // Why there is no response, or only one of the proxy, is reported with the first list, in the client's own words.
  return "status" in received && received.status !== 407 ? (received.headers["date"] ?? "") : undefined;
}

/** None where the variable is wrong, which has a line of its own. */
function proxyFor(url: string, environment: Environment): HttpProxy | undefined {
  try {
    return findProxy(new URL(url), environment);
  } catch {
    return undefined;
  }
}

/** Which proxy stands between this machine and the endpoint; never its user name and password. */
export function describeProxy(endpoint: string, environment: Environment): CheckResult {
  const url = new URL(endpoint);
  try {
    const proxy = findProxy(url, environment);
    if (proxy !== undefined) return ok("proxy", `${proxy.host}, from ${proxy.variable}`);
    const excluded = findProxy(url, { ...environment, no_proxy: "", NO_PROXY: "" });
    if (excluded === undefined) return ok("proxy", "none");
    return ok("proxy", `none, because NO_PROXY names ${url.host}; ${excluded.variable} is not used`);
  } catch (error) {
    return failed("proxy", `${messageOf(error)}. Set it to one such as http://proxy.example.com:3128, or unset it.`);
  }
}
