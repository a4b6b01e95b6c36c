import type { DependsOn } from "../pending.ts";
import type { Provider } from "../provider.ts";

/** Options of every look-up. */
export interface LookupOptions {
  /** Whose account and place to look in; the stack's configuration unless given. */
  provider?: Provider;
}

/** Options of the look-ups for outputs. */
export interface LookupOutputOptions extends LookupOptions {
  /** Resources that make what is looked up: as long as one of them does not exist, the result is unknown. */
  dependsOn?: DependsOn;
}
