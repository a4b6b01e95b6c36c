import { createHmac } from "node:crypto";

/** What a signature covers. The body, the region and all other headers are not signed. */
export interface Signable {
  method: string;
  /** Path and query exactly as on the request line, percent-encoding included. */
  pathAndQuery: string;
  /** Milliseconds since the epoch, the same text as in the header. */
  timestamp: string;
  accessKey: string;
}

/**
 * The text that is signed: three lines, no newline at the end (reference section 1.4).
 *
 * @example stringToSign({ method: "GET", pathAndQuery: "/api/v1/project", timestamp: "1700000000000", accessKey: "AK" })
 */
export function stringToSign({ method, pathAndQuery, timestamp, accessKey }: Signable): string {
  return `${method.toUpperCase()} ${pathAndQuery}\n${timestamp}\n${accessKey}`;
}

/** Base64 of the HMAC-SHA256 of the text, keyed with the secret key. */
export function sign(text: string, secretKey: string): string {
  return createHmac("sha256", secretKey).update(text, "utf8").digest("base64");
}
