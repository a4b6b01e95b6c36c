import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { hostNamesOf, relatedServices } from "../../provider/core/location.ts";
import { ServiceFailure } from "../failure.ts";

/**
 * Refuses a request that names a host that is not the emulator's, reads included.
 *
 * @throws ServiceFailure that says which option to give.
 */
export function checkHost(
  { request }: { readonly request: IncomingMessage },
  { hostProblem }: { readonly hostProblem: HostProblem },
): void {
  const problem = hostProblem(request.headers.host, request.socket.localAddress);
  if (problem !== undefined) throw new ServiceFailure("forbidden", problem);
}

/**
 * Says why a request is not served under the host that it names; undefined when it is.
 *
 * @param host the header `Host`; only HTTP/1.0 may leave it out, and no browser does.
 * @param localAddress the address of this machine at which the connection arrived.
 */
export type HostProblem = (host: string | undefined, localAddress: string | undefined) => string | undefined;

/**
 * A page can make a name of its own lead to this machine (DNS rebinding); the browser then takes the emulator for the
 * page's own server. So only names are served that nobody else can make lead here: those of the machine itself, the
 * address at which the request arrived, those that were given, and those of the services that the emulator stands for,
 * which nobody but their vendor can make lead anywhere.
 *
 * @param given the address to listen on, and the values of `--allow-host`.
 * @example createHostProblem([])("127.0.0.1:4600", "127.0.0.1") // undefined
 */
export function createHostProblem(given: readonly string[]): HostProblem {
  const allowed = new Set([...given.map(hostNameOf), ...serviceHosts]);
  return (host, localAddress) => {
    if (host === undefined) return undefined;
    const name = hostNameOf(host);
    if (name !== undefined && (isLoopback(name) || allowed.has(name) || name === plainAddress(localAddress))) {
      return undefined;
    }
    return (
      `The emulator does not serve the host ${JSON.stringify(host)}, to keep pages of other sites out. ` +
      `If that is its name in your network, start it with --allow-host ${name ?? "NAME"}.`
    );
  };
}

/** A hosts file or a proxy may let them lead here. */
const serviceHosts: readonly string[] = (["sourcepipeline", ...relatedServices] as const).flatMap(hostNamesOf);

/** Whether a value is a host name or an address, without scheme and port. */
export const isHostName = (value: string): boolean =>
  isIP(value) !== 0 || (!value.includes(":") && hostNameOf(value) !== undefined);

/** The name or address of `name:port`, as browsers write it: lowercase, IPv4 in four parts, IPv6 shortened. */
export function hostNameOf(host: string): string | undefined {
  if (/[\s/?#@\\]/.test(host)) return undefined;
  const name = URL.parse(`http://${isIP(host) === 6 ? `[${host}]` : host}`)?.hostname;
  return name?.replace(/^\[(.*)\]$|\.$/g, "$1");
}

/** Sockets that take both kinds of addresses write IPv4 as IPv6. */
const plainAddress = (address: string | undefined): string | undefined => address?.replace(/^::ffff:(?=[\d.]+$)/i, "");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/**
 * Whether a host name or an address always means the machine itself.
 *
 * @param host lowercase, without a port and without brackets.
 * @example isLoopback("127.0.0.1") // true
 */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return host === "localhost" || host.endsWith(".localhost");
  return loopback.check(host, version === 4 ? "ipv4" : "ipv6");
}
