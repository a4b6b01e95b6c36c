export { createClient, type ClientOptions } from "./create-client.ts";
export * from "./errors.ts";
export { createLimiters } from "./limiter.ts";
export { createListReader, type ListReader } from "./list-reader.ts";
export type * from "./operation.ts";
export type { Service } from "./service.ts";
export type { Timeouts } from "./transport.ts";
export { waitInRealTime } from "./wait.ts";
