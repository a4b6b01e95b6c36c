import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { headerNames, sign, stringToSign, timestampTolerance } from "../../provider/core/http/signature.ts";
import { maskedSecret } from "../state/snapshot.ts";
import { explainMismatch } from "./explain-mismatch.ts";

/** `"ok"`, or why a request is refused and what would have been right. */
export type Verdict = "ok" | SignatureProblem;

/** Why a request is refused, and what would have been right. */
export interface SignatureProblem {
  /** One sentence for people. */
  reason: string;
  /** The right signature; null when it cannot be computed. */
  expected: string | null;
  /** The signature that came; null when none did. */
  received: string | null;
  /** The text that the emulator signed: compare it with the one that the client signed. */
  stringToSign: string | null;
  /** The byte of it in which the client's text differs first, when the client made one of the usual mistakes. */
  differsAt?: number;
}

export interface SignedRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** The gateway's clock, milliseconds since the epoch. */
  readonly now: number;
  /** The secret key that belongs to an access key. */
  readonly secretKeyOf: (accessKey: string) => string | undefined;
}

/** Checks keys, timestamp and signature of a request (reference sections 1.3 and 1.4). */
export function checkSignature({ method, target, headers, now, secretKeyOf }: SignedRequest): Verdict {
  const accessKey = header(headers, headerNames.accessKey);
  const timestamp = header(headers, headerNames.timestamp);
  const received = header(headers, headerNames.signature) ?? header(headers, headerNames.signatureV1);

  const refuse = (reason: string, text: string | null = null, expected: string | null = null): SignatureProblem => ({
    reason,
    expected,
    received: received ?? null,
    stringToSign: text,
  });

  if (accessKey === undefined) return refuse(`The header ${headerNames.accessKey} is missing.`);
  if (timestamp === undefined) return refuse(`The header ${headerNames.timestamp} is missing.`);
  const text = stringToSign({ method, pathAndQuery: target, timestamp, accessKey });
  if (received === undefined) {
    return refuse(`The header ${headerNames.signature} (or ${headerNames.signatureV1}) is missing.`, text);
  }

  const secretKey = secretKeyOf(accessKey);
  if (secretKey === undefined) return refuse(`The access key ${accessKey} does not exist here.`, text);

  if (secretKey === maskedSecret) {
    return refuse(`The secret key of ${accessKey} is missing here: it was masked in the state that was read.`, text);
  }

  const expected = sign(text, secretKey);
  const late = timestampProblem(timestamp, now);
  if (late !== undefined) return refuse(late, text, expected);
  if (isEqual(expected, received)) return "ok";
  const { reason, ...where } = explainMismatch({ method, target, timestamp, accessKey }, secretKey, received);
  return { ...refuse(reason, text, expected), ...where };
}

function timestampProblem(timestamp: string, now: number): string | undefined {
  if (!/^\d+$/.test(timestamp)) return "The timestamp is not a number of milliseconds since 1970.";
  const offset = Number(timestamp) - now;
  if (Math.abs(offset) < timestampTolerance) return undefined;
  const side = offset < 0 ? "behind" : "ahead of";
  return `The timestamp is ${Math.abs(offset)} ms ${side} the gateway's clock; 5 minutes or more are refused.`;
}

const header = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

function isEqual(expected: string, received: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(received)];
  return left.length === right.length && timingSafeEqual(left, right);
}
