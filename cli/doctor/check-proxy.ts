import { type Environment, findProxy } from "../../provider/core/http/proxy/find-proxy.ts";
import { failed, type Finding, ok } from "./finding.ts";

/** Which proxy stands between this machine and the endpoint; never its user name and password. */
export function describeProxy(endpoint: string, environment: Environment): Finding {
  const url = new URL(endpoint);
  try {
    const proxy = findProxy(url, environment);
    if (proxy !== undefined) return ok("proxy", `${proxy.host}, from ${proxy.variable}`);
    const excluded = findProxy(url, { ...environment, no_proxy: "", NO_PROXY: "" });
    if (excluded === undefined) return ok("proxy", "none");
    return ok("proxy", `none, because NO_PROXY names ${url.host}; ${excluded.variable} is not used`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed("proxy", `${reason}. Set it to one such as http://proxy.example.com:3128, or unset it.`);
  }
}
