import type { IncomingMessage } from "node:http";
import { ServiceFailure } from "../failure.ts";
import type { Step } from "./exchange.ts";

/** The gateway takes bodies up to 1 MiB. */
const bodyLimit = 1024 * 1024;

export const receiveBody: Step<unknown> = async (exchange) => {
  exchange.body = await readBytes(exchange.request, bodyLimit);
};

/**
 * Reads a whole body. One that is too long is read to its end without being kept: a client that is still writing would
 * not see an answer that comes earlier.
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
