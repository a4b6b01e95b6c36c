import { headerNames } from "../../provider/core/http/signature.ts";
import { ServiceFailure, type FailureName } from "../failure.ts";
import type { QuotaBucket, Service } from "../service.ts";
import type { Settings } from "../settings.ts";
import { checkSignature } from "./check-signature.ts";
import type { RequestContext } from "./context.ts";

/** Refuses a request whose signature is not right; why stands in the log of requests, not in the response. */
export function verifySignature(context: RequestContext, { keys, state, settings, wallNow }: Service): void {
  context.signature = checkSignature({
    method: context.method,
    target: context.target,
    headers: context.request.headers,
    now: wallNow() + settings.clockOffsetMs,
    secretKeyOf: (accessKey) => [keys, ...state.permissions].find((own) => own.accessKey === accessKey)?.secretKey,
  });
  if (context.signature !== "ok") {
    throw new ServiceFailure("authenticationFailed", "Invalid authentication information.");
  }
  context.accessKey = String(context.request.headers[headerNames.accessKey]);
}

/** Refuses what the key of a sub-account may not do. The emulator's own key may do everything. */
export function checkPermission({ accessKey, route }: RequestContext, { state }: Service): void {
  const allowed = state.permissions.find((permission) => permission.accessKey === accessKey)?.allow;
  if (route && allowed && !allowed.includes(route.operation)) {
    throw new ServiceFailure("permissionDenied", `The key may not call ${route.operation}.`);
  }
}

/** Refuses what comes faster than the setting `quotaPerSecond` allows, counted in real time. */
export function enforceQuota(_context: RequestContext, service: Service): void {
  const { quotaPerSecond, quotaCode, quotaRetryAfter } = service.settings;
  if (quotaPerSecond === 0) return;
  const bucket = refill(service.quota, service.wallNow(), quotaPerSecond);
  service.quota = { ...bucket, tokens: Math.max(bucket.tokens - 1, 0) };
  if (bucket.tokens >= 1) return;
  const headers = quotaRetryAfter === null ? undefined : { "retry-after": String(quotaRetryAfter) };
  throw new ServiceFailure(quotaFailures[quotaCode], "Too many requests.", headers);
}

const quotaFailures: Readonly<Record<Settings["quotaCode"], FailureName>> = {
  400: "quotaExceeded",
  410: "throttleLimited",
  420: "rateLimited",
};

/**
 * The bucket a while later: it fills evenly and holds what one second allows, at least one request.
 *
 * @param now milliseconds since the epoch.
 */
export const refill = ({ tokens, time }: QuotaBucket, now: number, perSecond: number): QuotaBucket => ({
  tokens: Math.min(tokens + (Math.max(now - time, 0) * perSecond) / 1000, Math.max(perSecond, 1)),
  time: now,
});
