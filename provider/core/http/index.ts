export type { CallOptions, Client, ClientOptions, Item, ListName, Request, Result, Timeouts } from "./client-types.ts";
export { createClient } from "./create-client.ts";
export * from "./errors.ts";
export type { Effect, Reason } from "./failure.ts";
export { createLimiters, type Limiters } from "./limiter.ts";
export { createListReader, type ListReader, type ListRequest } from "./list-reader.ts";
export { waitInRealTime } from "./wait.ts";
