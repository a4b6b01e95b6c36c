/** How a proxy can stand in the way before anything was sent to the service. */
export type ProxyErrorCode =
  /** There is no connection to the proxy itself. */
  | "ERR_PROXY_UNREACHABLE"
  /** It wants to know who asks. */
  | "ERR_PROXY_AUTHENTICATION"
  /** It does not want to connect to the service. */
  | "ERR_PROXY_REFUSED"
  /** It could not connect to the service. */
  | "ERR_PROXY_FAILED";

/** A connection through a proxy that did not come about. */
export class ProxyError extends Error {
  override name = "ProxyError";
  readonly code: ProxyErrorCode;

  constructor(code: ProxyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  /** What the proxy answered instead of connecting. */
  static ofStatus(status: number): ProxyError {
    const code = status === 407 ? "ERR_PROXY_AUTHENTICATION" : status >= 500 ? "ERR_PROXY_FAILED" : "ERR_PROXY_REFUSED";
    return new ProxyError(code, `HTTP ${String(status)}`);
  }
}
