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
