import got from "got";
import { signHeaders, type Signer } from "../../provider/core/http/signature.ts";

/** The same request with got alone, signed once beforehand: a signature is good for five minutes. */
export function bareGot(url: string, signer: Signer): () => Promise<unknown> {
  const target = new URL(`${url}/api/v1/sourcebuild/project`);
  const headers = signHeaders(signer, "GET", target, performance.timeOrigin + performance.now());
  return () => got(target, { headers, retry: { limit: 0 } }).json();
}
