import { headerNames } from "../../provider/services/sourcepipeline/api/index.ts";
import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import { checkSignature } from "./check-signature.ts";
import type { Step } from "./exchange.ts";

/** Refuses a request whose signature is not right; why stands in the log of requests, not in the answer. */
export const verifySignature: Step<Service> = (exchange, { keys, world, settings, wallNow }) => {
  exchange.signature = checkSignature({
    method: exchange.method,
    target: exchange.target,
    headers: exchange.request.headers,
    now: wallNow() + settings.clockOffsetMs,
    secretKeyOf: (accessKey) => [keys, ...world.permissions].find((known) => known.accessKey === accessKey)?.secretKey,
  });
  if (exchange.signature !== "ok") {
    throw new ServiceFailure("authenticationFailed", "Invalid authentication information.");
  }
  exchange.accessKey = String(exchange.request.headers[headerNames.accessKey]);
};
