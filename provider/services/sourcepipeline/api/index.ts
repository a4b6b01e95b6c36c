export * from "./error-codes.ts";
export * from "./limits.ts";
export * from "./operations.ts";
export type * from "./schemas/pipeline-request.ts";
export type * from "./schemas/pipeline-result.ts";
