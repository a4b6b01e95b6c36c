import { ServiceFailure, type FailureName } from "../failure.ts";
import type { QuotaBucket, Service } from "../service.ts";
import type { Settings } from "../settings/settings-table.ts";
import type { Step } from "./exchange.ts";

/** Refuses what comes faster than the setting `quotaPerSecond` allows, counted in real time. */
export const enforceQuota: Step<Service> = (_exchange, service) => {
  const { quotaPerSecond, quotaCode, quotaRetryAfter } = service.settings;
  if (quotaPerSecond === 0) return;
  const bucket = refill(service.quota, service.wallNow(), quotaPerSecond);
  service.quota = { ...bucket, tokens: Math.max(bucket.tokens - 1, 0) };
  if (bucket.tokens >= 1) return;
  const headers = quotaRetryAfter === null ? undefined : { "retry-after": String(quotaRetryAfter) };
  throw new ServiceFailure(quotaFailures[quotaCode], "Too many requests.", headers);
};

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
