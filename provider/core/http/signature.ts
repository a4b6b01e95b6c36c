import { createHmac } from "node:crypto";

/** Names of the request headers (reference section 1.3). */
export const headerNames = {
  timestamp: "x-ncp-apigw-timestamp",
  accessKey: "x-ncp-iam-access-key",
  /** What the documentation names, and what this package sends. */
  signature: "x-ncp-apigw-signature-v2",
  /** What the vendor's SDKs send; the same algorithm. */
  signatureV1: "x-ncp-apigw-signature-v1",
  region: "x-ncp-region_code",
} as const;

/** A timestamp this far from the gateway's clock, or farther, is refused: 5 minutes, in milliseconds. */
export const timestampTolerance = 5 * 60 * 1000;

/** Who signs, and for which region. */
export interface Signer {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/**
 * The headers that make a request a signed one (reference sections 1.3 and 1.4).
 *
 * @param url As it stands on the request line: its path and query are what is signed.
 * @param now Milliseconds since the epoch.
 * @example signHeaders({ accessKey, secretKey, region: "KR" }, "GET", url, 1700000000000)
 */
export function signHeaders(signer: Signer, method: string, url: URL, now: number): Record<string, string> {
  const { accessKey, secretKey, region } = signer;
  const timestamp = String(Math.floor(now));
  const text = stringToSign({ method, pathAndQuery: `${url.pathname}${url.search}`, timestamp, accessKey });
  return {
    [headerNames.timestamp]: timestamp,
    [headerNames.accessKey]: accessKey,
    [headerNames.signature]: sign(text, secretKey),
    [headerNames.region]: region,
  };
}

/** What a signature covers. The body, the region and all other headers are not signed. */
export interface Signable {
  method: string;
  /** Path and query exactly as on the request line, percent-encoding included. */
  pathAndQuery: string;
  /** Milliseconds since the epoch, the same digits as in the header. */
  timestamp: string;
  accessKey: string;
}

/**
 * The string that is signed: three lines, no newline at the end (reference section 1.4).
 *
 * @example stringToSign({ method: "GET", pathAndQuery: "/api/v1/project", timestamp: "1700000000000", accessKey: "AK" })
 */
export function stringToSign({ method, pathAndQuery, timestamp, accessKey }: Signable): string {
  return `${method.toUpperCase()} ${pathAndQuery}\n${timestamp}\n${accessKey}`;
}

/** Base64 of the HMAC-SHA256 of a string, keyed with the secret key. */
export function sign(text: string, secretKey: string): string {
  return createHmac("sha256", secretKey).update(text, "utf8").digest("base64");
}
