import type * as pulumi from "@pulumi/pulumi";
import type { Verbs } from "./runtime.ts";
import { type Settings, settingNames } from "./settings.ts";

/**
 * The provider of the `Pipeline` resource, as the text in every state's `__provider` names it: this export and its
 * signature are a promise for ever.
 *
 * Nothing is loaded before a verb needs it, and the configuration is stored without waiting: the engine's parallel
 * calls do not wait for `configure` to end.
 */
export function pipeline(): pulumi.dynamic.ResourceProvider {
  let settings: Settings = {};
  // Kept between calls: even a module that is loaded takes time to import, and the engine calls for every resource.
  let made: Promise<Verbs> | undefined;
  const verbs = (): Promise<Verbs> => (made ??= import("./runtime.ts").then(({ verbsFor }) => verbsFor(settings)));

  return {
    configure: ({ config }) => {
      settings = settingsFrom((key) => config.get(key));
      made = undefined;
      return Promise.resolve();
    },
    check: async (olds, news) => (await verbs()).check(olds, news),
    diff: async (id, olds, news) => (await verbs()).diff(id, olds, news),
    create: async (inputs) => (await verbs()).create(inputs),
    read: async (id, props) => (await verbs()).read(id, props),
    update: async (id, olds, news) => (await verbs()).update(id, olds, news),
    delete: async (id, props) => (await verbs()).delete(id, props),
  };
}

const settingsFrom = (get: (key: string) => string | undefined): Settings =>
  Object.fromEntries(settingNames.map((name) => [name, get(`ncloud:${name}`)]));
