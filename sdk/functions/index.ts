export * from "./build-projects.ts";
export * from "./deploy.ts";
export * from "./deploy-types.ts";
export type { LookupOptions } from "./lookup.ts";
export * from "./pipelines.ts";
export * from "./repositories.ts";
export * from "./runs.ts";
export * from "./time-zones.ts";
