import { BlockList, isIP } from "node:net";

/**
 * Whether NO_PROXY excludes an address from the proxy. The list is read as curl reads it, with the ports and ranges that
 * Node and Go know besides. Its entries, separated by commas or white space, are
 *
 * - `*`: everything,
 * - `example.com`, also with a leading `.` or `*.`: that host and all below it,
 * - an IP address, a block `10.0.0.0/8` or a range `10.0.0.1-10.0.0.9`,
 * - any of these with a port, `example.com:8443` or `[::1]:4600`: that port alone.
 *
 * This machine is no exception, here as there: name `localhost` and `127.0.0.1`.
 *
 * @example isExcluded(new URL("https://api.example.com"), "localhost,example.com") // true
 */
export function isExcluded(url: URL, noProxy: string): boolean {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => {
    const [name, onlyPort] = splitPort(entry);
    if (name === "" || (onlyPort !== undefined && onlyPort !== port)) return false;
    if (name === "*") return true;
    return isIP(host) > 0 ? coversAddress(name, host) : coversHost(name, host);
  });
}

/** Without the brackets of an IPv6 address and the dot at the end of a full name. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, "").replace(/\.$/, "");

function splitPort(entry: string): [name: string, port: string | undefined] {
  // An IPv6 address without brackets has no port.
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(entry);
  return match === null ? [bare(entry), undefined] : [bare(match[1] ?? match[2] ?? ""), match[3]];
}

function coversHost(name: string, host: string): boolean {
  const domain = name.replace(/^\*?\./, "");
  return host === domain || host.endsWith(`.${domain}`);
}

function coversAddress(name: string, address: string): boolean {
  const [first = "", prefix] = name.split("/");
  const [low = "", high] = first.split("-");
  const list = new BlockList();
  try {
    if (prefix !== undefined) list.addSubnet(first, Number(prefix), familyOf(first));
    else if (high !== undefined) list.addRange(low, high, familyOf(low));
    else list.addAddress(first, familyOf(first));
  } catch {
    // The name of a host.
    return false;
  }
  return list.check(address, familyOf(address));
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");
