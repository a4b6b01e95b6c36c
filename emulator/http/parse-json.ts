import { ServiceFailure } from "../failure.ts";

/**
 * The value of a JSON body.
 *
 * @throws ServiceFailure, the gateway's, when it is none (reference section 8, row 17).
 */
export function parseJson(body: Uint8Array, contentType: string | undefined): unknown {
  if (contentType !== undefined && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)) {
    throw new ServiceFailure("badRequest", `The content type is ${contentType}, expected application/json.`);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new ServiceFailure("badRequest", "The body is not JSON in UTF-8.");
  }
}
