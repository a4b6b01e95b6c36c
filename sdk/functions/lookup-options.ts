import type { Provider } from "../provider.ts";

/** Options of every look-up. */
export interface LookupOptions {
  /** Whose account and place to look in; the stack's configuration unless given. */
  provider?: Provider;
}
