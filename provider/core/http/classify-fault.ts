import type { Failure, Reason } from "./failure.ts";
import type { Method } from "./operation.ts";
import { reasons } from "./reasons.ts";

/** What went wrong on the way, reduced to plain data: the original error holds the signed headers. */
export interface Fault {
  /** Code of the network or the HTTP library, as a string: `ECONNREFUSED`. */
  readonly code: string;
  /** What the operating system was asked to do: `connect`, `getaddrinfo`, `read`, `write`. */
  readonly call?: string | undefined;
  /** What was waited for when time ran out: `lookup`, `connect`, `secureConnect`, `request`. */
  readonly phase?: string | undefined;
  /** Whether the connection stood, encryption agreed on: from then on the request may have arrived. */
  readonly connected: boolean;
  readonly message: string;
}

/**
 * What a fault on the way means.
 *
 * @example classifyFault("POST", { code: "ECONNREFUSED", connected: false, message: "…" }).effect // "none"
 */
export function classifyFault(method: Method, fault: Fault): Failure {
  const reason = rows.find(([matches]) => matches(fault))?.[1] ?? "unexplained";
  const { category = "network", isUnsent = false } = reasons[reason];
  return {
    category,
    reason,
    effect: isUnsent || !fault.connected || method === "GET" ? "none" : "unknown",
    // OpenSSL's messages end with a line break.
    detail: fault.message.trim(),
  };
}

const code =
  (...codes: string[]) =>
  (fault: Fault): boolean =>
    codes.includes(fault.code);

const isOfEncryption = (fault: Fault): boolean => /CERT|SIGNATURE|^ERR_(SSL|TLS)|^EPROTO$/.test(fault.code);

/** The first row that matches counts. */
const rows: readonly (readonly [matches: (fault: Fault) => boolean, reason: Reason])[] = [
  [code("ERR_PROXY_UNREACHABLE"), "proxyUnreachable"],
  [code("ERR_PROXY_AUTHENTICATION"), "proxyAuthentication"],
  [code("ERR_PROXY_REFUSED"), "proxyRefused"],
  [code("ERR_PROXY_FAILED"), "proxyFailed"],
  [({ call }) => call === "getaddrinfo", "unknownHost"],
  [code("ENOTFOUND", "EAI_AGAIN"), "unknownHost"],
  [code("ECONNREFUSED"), "refused"],
  [({ call }) => call === "connect", "unreachable"],
  [({ phase = "" }) => ["lookup", "connect", "secureConnect"].includes(phase), "unreachable"],
  [code("ETIMEDOUT"), "timeout"],
  [code("ECONNRESET", "EPIPE", "ECONNABORTED", "ERR_STREAM_PREMATURE_CLOSE"), "reset"],
  [code("ERR_HTTP_CONTENT_LENGTH_MISMATCH", "ERR_READING_RESPONSE_STREAM"), "reset"],
  [code("ERR_BODY_TOO_LARGE"), "tooLarge"],
  [code("ERR_INVALID_CHAR"), "badKey"],
  [(fault) => fault.code.startsWith("HPE_"), "notHttp"],
  [(fault) => isOfEncryption(fault) && !fault.connected, "insecure"],
  [isOfEncryption, "reset"],
  [code("Z_DATA_ERROR", "Z_BUF_ERROR"), "reset"],
];
