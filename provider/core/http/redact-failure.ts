import type { Failure } from "./failure.ts";

/** A signature: Base64 of 32 bytes. */
const signature = /[A-Za-z0-9+/]{43}=/g;

/** The failure without keys and signatures: a gateway may repeat what it was sent. */
export function redactFailure(failure: Failure, secrets: readonly string[]): Failure {
  const redact = (text: string | undefined): string | undefined =>
    text === undefined
      ? undefined
      : secrets
          .filter((secret) => secret !== "")
          .reduce((shown, secret) => shown.replaceAll(secret, "[redacted]"), text)
          .replaceAll(signature, "[redacted]");
  return {
    ...failure,
    serviceCode: redact(failure.serviceCode),
    serviceMessage: redact(failure.serviceMessage),
    requestId: redact(failure.requestId),
    detail: redact(failure.detail),
  };
}
