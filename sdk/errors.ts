import type { ErrorCode } from "../provider/core/public-codes.ts";
import { publicCodes } from "../provider/core/public-codes.ts";

export * from "./service-errors.ts";
export { LookupError } from "../provider/core/validation/find-by-name.ts";

/** What every error has that a program meets from this package. */
export interface NcloudError extends Error {
  /** Stable: programs may rely on it, unlike on the message. */
  readonly code: ErrorCode;
  /** What the error comes from, where that is known. */
  readonly cause?: unknown;
}

/**
 * Whether an error comes from this package, from this copy of it or from another.
 *
 * @param error whatever was thrown
 * @example
 * try {
 *   await ncloud.getBuildProject({ name: "shop-api" });
 * } catch (error) {
 *   if (!ncloud.isNcloudError(error) || error.code !== "NCLOUD_LOOKUP") throw error;
 * }
 */
export function isNcloudError(error: unknown): error is NcloudError {
  return error instanceof Error && codes.has((error as { code?: unknown }).code);
}

const codes: ReadonlySet<unknown> = new Set(Object.values(publicCodes));
