import type { Category } from "./error-codes.ts";
import type { Method } from "./operation.ts";
import type { Failure, Reason } from "./failure.ts";

/** What went wrong on the way, reduced to plain data: the original error holds the signed headers. */
export interface Fault {
  /** Code of the network or the HTTP library, as text: `ECONNREFUSED`. */
  readonly code: string;
  /** What the operating system was asked to do: `connect`, `getaddrinfo`, `read`, `write`. */
  readonly call?: string | undefined;
  /** What was waited for when time ran out: `lookup`, `connect`, `secureConnect`, `request`. */
  readonly phase?: string | undefined;
  /** Whether the connection stood, encryption agreed on: from then on the request may have arrived. */
  readonly connected: boolean;
  readonly message: string;
}

interface Row {
  readonly matches: (fault: Fault) => boolean;
  readonly reason: Reason;
  /** The request certainly did not reach the service. */
  readonly unsent?: true;
  readonly category?: Category;
}

const code =
  (...codes: string[]) =>
  (fault: Fault): boolean =>
    codes.includes(fault.code);

const isOfEncryption = (fault: Fault): boolean => /CERT|SIGNATURE|^ERR_(SSL|TLS)|^EPROTO$/.test(fault.code);

/** The first row that matches counts. */
const rows: readonly Row[] = [
  { matches: code("ERR_PROXY_UNREACHABLE"), reason: "proxyUnreachable", unsent: true },
  { matches: code("ERR_PROXY_AUTHENTICATION"), reason: "proxyAuthentication", unsent: true },
  { matches: code("ERR_PROXY_REFUSED"), reason: "proxyRefused", unsent: true },
  { matches: code("ERR_PROXY_FAILED"), reason: "proxyFailed", unsent: true },
  { matches: ({ call }) => call === "getaddrinfo", reason: "unknownHost", unsent: true },
  { matches: code("ENOTFOUND", "EAI_AGAIN"), reason: "unknownHost", unsent: true },
  { matches: code("ECONNREFUSED"), reason: "refused", unsent: true },
  { matches: ({ call }) => call === "connect", reason: "unreachable", unsent: true },
  {
    matches: ({ phase }) => phase !== undefined && ["lookup", "connect", "secureConnect"].includes(phase),
    reason: "unreachable",
    unsent: true,
  },
  { matches: code("ETIMEDOUT"), reason: "timeout" },
  { matches: code("ECONNRESET", "EPIPE", "ECONNABORTED", "ERR_STREAM_PREMATURE_CLOSE"), reason: "reset" },
  { matches: code("ERR_HTTP_CONTENT_LENGTH_MISMATCH", "ERR_READING_RESPONSE_STREAM"), reason: "reset" },
  { matches: code("ERR_BODY_TOO_LARGE"), reason: "tooLarge", category: "unexpectedResponse" },
  { matches: code("ERR_INVALID_CHAR"), reason: "badKey", unsent: true, category: "authentication" },
  { matches: ({ code: text }) => text.startsWith("HPE_"), reason: "notHttp" },
  { matches: (fault) => isOfEncryption(fault) && !fault.connected, reason: "insecure", unsent: true },
  { matches: (fault) => isOfEncryption(fault), reason: "reset" },
  { matches: code("Z_DATA_ERROR", "Z_BUF_ERROR"), reason: "reset" },
  { matches: () => true, reason: "unexplained" },
];

/**
 * What a fault on the way means.
 *
 * @example classifyFault("POST", { code: "ECONNREFUSED", connected: false, message: "…" }).effect // "none"
 */
export function classifyFault(method: Method, fault: Fault): Failure {
  const row = rows.find(({ matches }) => matches(fault));
  return {
    category: row?.category ?? "network",
    reason: row?.reason ?? "unexplained",
    effect: row?.unsent || !fault.connected || method === "GET" ? "none" : "unknown",
    // What OpenSSL says ends with a line break.
    detail: fault.message.trim(),
  };
}
