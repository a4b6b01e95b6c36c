export * from "./error-codes.ts";
export * from "./limits.ts";
export * from "./operations.ts";
export type * from "./schemas/repository-request.ts";
export type * from "./schemas/repository-result.ts";
