import type { ProviderResource, Resource } from "@pulumi/pulumi";
import type { DependsOn } from "../pending.ts";

/** Options of every function; those of Pulumi, `InvokeOptions`, fit. */
export interface LookupOptions {
  /** Whose account, and where: an `ncloud.Provider`. That of the parent, or the stack's configuration, unless given. */
  provider?: ProviderResource | undefined;
  /** A resource whose provider is used, as for what is made below it: inside a component, `this`. */
  parent?: Resource | undefined;
}

/** Options of the functions for outputs. */
export interface LookupOutputOptions extends LookupOptions {
  /** Resources that make what is looked up: as long as one of them does not exist, the result is unknown. */
  dependsOn?: DependsOn | undefined;
}
