import { headerNames } from "./headers.ts";
import { sign, stringToSign } from "./signature.ts";

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
