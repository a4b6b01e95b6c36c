import { expect } from "chai";
import { classifyFault, type Fault } from "../../../../provider/core/http/classify-fault.ts";

describe("classifyFault", () => {
  const cases: [fault: Omit<Partial<Fault>, "message">, reason: string, effect: string, category?: string][] = [
    [{ code: "ECONNREFUSED", call: "connect" }, "refused", "none"],
    [{ code: "ENOTFOUND", call: "getaddrinfo" }, "unknownHost", "none"],
    [{ code: "EAI_AGAIN", call: "getaddrinfo" }, "unknownHost", "none"],
    [{ code: "ENETUNREACH", call: "connect" }, "unreachable", "none"],
    [{ code: "EHOSTUNREACH", call: "connect" }, "unreachable", "none"],
    [{ code: "ETIMEDOUT", call: "connect" }, "unreachable", "none"],
    [{ code: "ETIMEDOUT", phase: "connect" }, "unreachable", "none"],
    [{ code: "ETIMEDOUT", phase: "lookup" }, "unreachable", "none"],
    [{ code: "ETIMEDOUT", phase: "secureConnect" }, "unreachable", "none"],
    [{ code: "ETIMEDOUT", phase: "request" }, "timeout", "unknown"],
    [{ code: "ETIMEDOUT", call: "read" }, "timeout", "unknown"],
    [{ code: "ECONNRESET" }, "reset", "unknown"],
    [{ code: "ECONNRESET", call: "read" }, "reset", "unknown"],
    [{ code: "EPIPE", call: "write" }, "reset", "unknown"],
    [{ code: "ECONNRESET", connected: false }, "reset", "none"],
    [{ code: "ETIMEDOUT", phase: "request", connected: false }, "timeout", "none"],
    [{ code: "ERR_PROXY_UNREACHABLE", call: "connect", connected: false }, "proxyUnreachable", "none"],
    [{ code: "ERR_PROXY_AUTHENTICATION", connected: false }, "proxyAuthentication", "none"],
    [{ code: "ERR_PROXY_REFUSED", connected: false }, "proxyRefused", "none"],
    [{ code: "ERR_PROXY_FAILED", connected: false }, "proxyFailed", "none"],
    // The connection that stands may be the one to the proxy.
    [{ code: "ERR_PROXY_UNREACHABLE" }, "proxyUnreachable", "none"],
    [{ code: "ERR_PROXY_AUTHENTICATION" }, "proxyAuthentication", "none"],
    [{ code: "ERR_PROXY_REFUSED" }, "proxyRefused", "none"],
    [{ code: "ERR_PROXY_FAILED" }, "proxyFailed", "none"],
    [{ code: "ERR_HTTP_CONTENT_LENGTH_MISMATCH" }, "reset", "unknown"],
    [{ code: "HPE_INVALID_CONSTANT" }, "notHttp", "unknown"],
    [{ code: "CERT_HAS_EXPIRED", connected: false }, "insecure", "none"],
    [{ code: "DEPTH_ZERO_SELF_SIGNED_CERT", connected: false }, "insecure", "none"],
    [{ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", connected: false }, "insecure", "none"],
    [{ code: "ERR_TLS_CERT_ALTNAME_INVALID", connected: false }, "insecure", "none"],
    [{ code: "ERR_SSL_WRONG_VERSION_NUMBER", connected: false }, "insecure", "none"],
    [{ code: "EPROTO", connected: false }, "insecure", "none"],
    // Once the connection stands, the request may have arrived.
    [{ code: "ERR_SSL_WRONG_VERSION_NUMBER" }, "reset", "unknown"],
    [{ code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" }, "reset", "unknown"],
    [{ code: "EPROTO" }, "reset", "unknown"],
    [{ code: "ERR_INVALID_CHAR" }, "badKey", "none", "authentication"],
    [{ code: "ERR_BODY_TOO_LARGE" }, "tooLarge", "unknown", "unexpectedResponse"],
    [{ code: "" }, "unexplained", "unknown"],
    [{ code: "ERR_SOMETHING_NEW" }, "unexplained", "unknown"],
  ];
  for (const [fault, reason, effect, category = "network"] of cases) {
    it(`${JSON.stringify(fault)} is ${reason}, ${category}, with an effect that is ${effect}`, () => {
      const failure = classifyFault("POST", { code: "", connected: true, ...fault, message: "what happened" });
      expect(failure).to.deep.equal({ category, reason, effect, detail: "what happened" });
    });
  }

  it("keeps what the network reported, in one line", () => {
    expect(classifyFault("GET", { code: "EPROTO", connected: true, message: " bad record:\n" }).detail).to.equal(
      "bad record:",
    );
  });

  it("knows that reading has no effect", () => {
    expect(classifyFault("GET", { code: "ECONNRESET", connected: true, message: "" }).effect).to.equal("none");
  });
});
