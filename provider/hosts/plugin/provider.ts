import type { Settings } from "../../config/settings.ts";
import { keyOf } from "../../core/resource-list.ts";
import { ResourceError } from "../../core/resource/index.ts";
import type { Host } from "../../core/session.ts";
import { withNameLike } from "../../core/validation/find-by-name.ts";
import { type CheckedSettings, checkSettings, requireKeys, settingsIn } from "./configuration.ts";
import { type PluginVerbs, pluginVerbs } from "./plugin-verbs.ts";
import type { ResourceKind } from "./resource-kind.ts";

/** A provider: kinds of resources, functions and a configuration. Nothing here knows the protocol. */
export interface Provider {
  /** The package's schema, as JSON. */
  readonly schema: () => string;
  readonly checkSettings: (given: Readonly<Record<string, unknown>>) => CheckedSettings;
  /** @throws MissingKeysError, ConfigurationError */
  readonly configure: (given: Readonly<Record<string, unknown>>) => void;
  /** The verbs of a type, under the configuration. */
  readonly resource: (type: string) => { readonly verbs: PluginVerbs; readonly host: Host };
  readonly invoke: (token: string, args: Readonly<Record<string, unknown>>, isPreview: boolean) => Promise<object>;
  /** The resources of a type that exist, managed or not. */
  readonly list: (
    type: string,
    query: Readonly<Record<string, unknown>>,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** A function: its arguments to an object. */
export type ProviderFunction = (
  args: Readonly<Record<string, unknown>>,
  host: Host,
  isPreview: boolean,
) => Promise<object>;

interface Parts {
  readonly kinds: readonly ResourceKind[];
  readonly functions: Readonly<Record<string, ProviderFunction>>;
  readonly schema: () => string;
  readonly hostFor: (settings: Settings) => Host;
}

export function createProvider({ kinds, functions, schema, hostFor }: Parts): Provider {
  const byToken = new Map(kinds.map((kind) => [kind.token, { kind, verbs: pluginVerbs(kind) }]));
  let configured: Host | undefined;

  function host(): Host {
    if (configured !== undefined) return configured;
    throw new ResourceError("The provider is not configured: an argument of it is not known yet.");
  }
  function found<Thing>(things: ReadonlyMap<string, Thing>, token: string, what: string): Thing {
    const thing = things.get(token);
    if (thing !== undefined) return thing;
    const known = [...things.keys()].map((key) => `"${key}"`).join(", ");
    throw new ResourceError(`This plugin has no ${what} "${token}". Existing: ${known}.`);
  }

  return {
    schema,
    checkSettings,
    configure: (given) => {
      const settings = settingsIn(given);
      requireKeys(settings);
      configured = hostFor(settings);
    },
    resource: (type) => ({ verbs: found(byToken, type, "resource type").verbs, host: host() }),
    invoke: (token, args, isPreview) =>
      found(new Map(Object.entries(functions)), token, "function")(args, host(), isPreview),
    list: async (type, { search }) => {
      const { list } = found(byToken, type, "resource type").kind;
      if (list === undefined) throw new ResourceError(`Resources of type "${type}" cannot be listed.`);
      const entries = await list(host().connect()).all();
      const named = entries.map((entry) => ({ id: String(keyOf(entry)), name: entry.name }));
      return withNameLike(named, typeof search === "string" ? search : undefined);
    },
  };
}
