export * from "./error-codes.ts";
export * from "./limits.ts";
export * from "./operations.ts";
export type * from "./schemas/scenario-request.ts";
export type * from "./schemas/scenario-result.ts";
export type * from "./schemas/stage.ts";
