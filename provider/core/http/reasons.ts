import type { Category } from "./error-codes.ts";
import type { Reason } from "./failure.ts";

/** What is the same of every failure for one reason. */
interface ReasonFacts {
  /** What happened, in a clause; the words of the service or of the network follow where there are any. */
  readonly event: string;
  /** What to do, where the category has nothing better; `{variable}` and the like are filled in. */
  readonly hint?: string;
  /** The category of a fault on the way, where it is not "network". */
  readonly category?: Category;
  /** Whether the next attempt may succeed, where the category does not decide it. */
  readonly isTransient?: boolean;
  /** The request certainly did not reach the service. */
  readonly isUnsent?: true;
}

export const checkEndpoint =
  "Check the endpoint (configuration ncloud:endpoint, else NCLOUD_API_GW) and the platform and site that it stands for.";

const withoutProxy = "If the host is reached without a proxy, name it in NO_PROXY.";

/** What follows from each reason: its words, its hint, and what a retry goes by. */
export const reasons: Readonly<Record<Reason, ReasonFacts>> = {
  errorResponse: { event: "the service returned an error" },
  unknownPath: {
    event: "the service does not have this path",
    hint: `It may be gone; if everything seems to be missing, the endpoint is wrong. ${checkEndpoint}`,
  },
  redirected: { event: "the response redirects to another address", hint: checkEndpoint },
  webPage: {
    event: "the response is a web page, not JSON",
    hint: `Something other than the API responded, perhaps a proxy. ${checkEndpoint}`,
  },
  notJson: { event: "the response is not JSON" },
  // These two are what a broken connection or an overloaded server leaves behind.
  truncated: { event: "the response is cut off", isTransient: true },
  empty: { event: "the response is empty", isTransient: true },
  otherContent: { event: "the response lacks the expected content" },
  tooLarge: { event: "the response is too large", category: "unexpectedResponse" },
  endless: { event: "the list does not end" },
  notHttp: { event: "the response is not HTTP", hint: checkEndpoint, isTransient: false },

  refused: {
    event: "the connection was refused",
    hint: `${checkEndpoint} Is the service, or the emulator, running there?`,
    isUnsent: true,
  },
  unknownHost: { event: "the host name cannot be resolved", hint: checkEndpoint, isUnsent: true },
  unreachable: { event: "no connection could be made", isUnsent: true },
  timeout: { event: "no response came in time" },
  reset: { event: "the connection broke before the response was complete" },
  insecure: {
    event: "no trusted connection could be made",
    hint: `Check the certificate of the host, the proxy in between and NODE_EXTRA_CA_CERTS. ${checkEndpoint}`,
    isTransient: false,
  },
  unexplained: { event: "the request failed", isTransient: false },

  proxyUnreachable: {
    event: "the proxy could not be reached",
    hint: `Check the proxy in {variable}. ${withoutProxy}`,
    isUnsent: true,
  },
  proxyAuthentication: {
    event: "the proxy asks for a user name and a password",
    hint: "Put the user name and the password of the proxy into {variable}, as in http://user:password@host:port, or correct them there. Of the ways to log in, Basic is supported.",
    isTransient: false,
    isUnsent: true,
  },
  proxyRefused: {
    event: "the proxy does not connect to this host",
    hint: `Ask whoever runs the proxy to allow the host, or check {variable}. ${withoutProxy}`,
    isTransient: false,
    isUnsent: true,
  },
  proxyFailed: {
    event: "the proxy could not connect to this host",
    hint: `${checkEndpoint} ${withoutProxy}`,
    isUnsent: true,
  },

  interrupted: { event: "the call was interrupted", hint: "Run the command again to go on.", isTransient: false },
  deadline: {
    event: "the time limit of the call was reached",
    hint: "Run the command again, or allow more time (customTimeouts of the resource).",
    isTransient: false,
  },

  badRequest: { event: "the request cannot be made", hint: "Correct the name or the id." },
  badEndpoint: {
    event: "the endpoint cannot be used",
    hint: "Set ncloud:endpoint, or NCLOUD_API_GW, to the base URL in front of /api/v1, such as {endpoint}.",
  },
  badProxy: {
    event: "the proxy cannot be used",
    hint: "Set it to an address such as http://proxy.example.com:3128, with special characters of a password written as %23 and the like, or unset it.",
  },
  badKey: {
    event: "the access key or the region cannot be sent in a header",
    hint: "Check the access key (ncloud:accessKey, or NCLOUD_ACCESS_KEY) and the region (ncloud:region, or NCLOUD_REGION) for line breaks and characters outside ASCII.",
    category: "authentication",
    isTransient: false,
    isUnsent: true,
  },
};
