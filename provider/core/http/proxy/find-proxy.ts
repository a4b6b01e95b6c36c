import { isExcluded } from "./no-proxy.ts";

/** The environment variables of a process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An HTTP proxy that requests pass through. */
export interface HttpProxy {
  /** With the user name and the password, where there are any: for connecting, not for showing. */
  readonly url: URL;
  /** Host and port, for people. */
  readonly host: string;
  /** The environment variable that names it. */
  readonly variable: string;
  /** Whether it forwards requests, for `http:` addresses, and does not open tunnels, for `https:`. */
  readonly forwards: boolean;
}

/** The variables that name a proxy, by the protocol of what is asked for; the first that is not empty counts, as in curl. */
const variables: Readonly<Record<string, readonly string[]>> = {
  "https:": ["https_proxy", "HTTPS_PROXY"],
  "http:": ["http_proxy", "HTTP_PROXY"],
};

/**
 * The proxy for requests to an address, if any: HTTPS_PROXY or HTTP_PROXY, unless NO_PROXY excludes the address. Read by
 * this package itself, so that it does not depend on NODE_USE_ENV_PROXY and the version of Node.
 *
 * @example findProxy(new URL("https://a.example"), { HTTPS_PROXY: "http://proxy:3128" })?.host // "proxy:3128"
 * @throws TypeError when the variable holds something else; it names the variable and not the value, which may be secret.
 */
export function findProxy(url: URL, environment: Environment): HttpProxy | undefined {
  const variable = variables[url.protocol]?.find((name) => environment[name]);
  if (variable === undefined) return undefined;
  if (isExcluded(url, environment["no_proxy"] || environment["NO_PROXY"] || "")) return undefined;
  const { proxy, host } = parseProxy(variable, environment[variable] ?? "");
  return { url: proxy, host, variable, forwards: url.protocol === "http:" };
}

/** The header with the user name and the password for a proxy; empty without a user name and a password. */
export function proxyAuthorization({ url }: HttpProxy): Readonly<Record<string, string>> {
  const token = tokenOf(url);
  return token === "" ? {} : { "proxy-authorization": `Basic ${token}` };
}

/** What must not be shown of a proxy: its password, in every form in which it is sent or written. */
export function proxySecrets({ url }: HttpProxy): readonly string[] {
  return [tokenOf(url), decode(url.password), url.password].filter((text) => text !== "");
}

function parseProxy(variable: string, value: string): { proxy: URL; host: string } {
  const text = value.includes("://") ? value.trim() : `http://${value.trim()}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy === undefined || !["http:", "https:"].includes(proxy.protocol)) {
    throw new TypeError(`${variable} is not the address of an HTTP proxy`);
  }
  const port = proxy.port || (proxy.protocol === "https:" ? "443" : "80");
  return { proxy, host: `${proxy.hostname}:${port}` };
}

function tokenOf({ username, password }: URL): string {
  if (username === "" && password === "") return "";
  return Buffer.from(`${decode(username)}:${decode(password)}`).toString("base64");
}

/** Passwords with a bare percent sign are taken as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
