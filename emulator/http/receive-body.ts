import type { IncomingMessage } from "node:http";
import { ServiceFailure } from "../failure.ts";
import type { RequestContext } from "./context.ts";

/** The gateway takes bodies up to 1 MiB. */
const bodyLimit = 1024 * 1024;

export async function receiveBody(context: RequestContext): Promise<void> {
  context.body = await readBytes(context.request, bodyLimit);
}

/**
 * Reads a whole body. One that is too long is read to its end without being kept: a client that is still writing would
 * not see a response that comes earlier.
 *
 * @param limit in bytes.
 * @throws ServiceFailure when the body is longer, or when the client goes away in the middle.
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on("end", () => {
      if (length <= limit) resolve(Buffer.concat(chunks));
      else reject(new ServiceFailure("entityTooLarge", `The body is longer than ${limit} bytes.`));
    });
    request.on("error", () => {
      reject(new ServiceFailure("badRequest", "The connection ended before the body did."));
    });
  });
}

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
