export * from "./error-codes.ts";
export * from "./limits.ts";
export * from "./operations.ts";
export type * from "./schemas/project-request.ts";
export type * from "./schemas/project-result.ts";
