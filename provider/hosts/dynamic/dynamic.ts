import type * as pulumi from "@pulumi/pulumi";
import { type PluginProcess, watchPluginProcess } from "./plugin-process.ts";
import type { ResourceKind, Verbs } from "./runtime.ts";
import { type Settings, settingNames } from "../../config/settings.ts";

/**
 * The provider of the `Pipeline` resource, as the text in every state's `__provider` names it: this export and its
 * signature are a promise for ever.
 */
export const pipeline = (): pulumi.dynamic.ResourceProvider => provider("pipeline");

/** The same for the `PipelineRun` resource. */
export const pipelineRun = (): pulumi.dynamic.ResourceProvider => provider("pipelineRun");

/**
 * Nothing but the watch over the process is loaded before a verb needs it, and the configuration is stored without
 * waiting: the engine's parallel calls do not wait for `configure` to end. The SDK loads this module, and calls
 * `configure`, with the first verb: until then nothing of ours runs in the process.
 */
function provider(kind: ResourceKind): pulumi.dynamic.ResourceProvider {
  let settings: Settings = {};
  // Kept between calls: even a module that is loaded takes time to import, and the engine calls for every resource.
  let made: Promise<Verbs> | undefined;
  const verbs = (): Promise<Verbs> =>
    (made ??= import("./runtime.ts").then(({ verbsFor }) => verbsFor(kind, settings, watched())));

  return {
    configure: ({ config }) => {
      settings = settingsFrom((key) => config.get(key));
      made = undefined;
      return Promise.resolve();
    },
    check: async (olds, news) => toldOnce("check", async () => (await verbs()).check(olds, news)),
    diff: async (id, olds, news) => toldOnce("diff", async () => (await verbs()).diff(id, olds, news)),
    create: async (inputs) => (await verbs()).create(inputs),
    read: async (id, props) => toldOnce("read", async () => (await verbs()).read(id, props)),
    update: async (id, olds, news) => (await verbs()).update(id, olds, news),
    delete: async (id, props) => toldOnce("delete", async () => (await verbs()).delete(id, props)),
  };
}

let pluginProcess: PluginProcess | undefined;

/** One watch over the process, however many providers live in it. */
const watched = (): PluginProcess => (pluginProcess ??= watchPluginProcess(() => process.exit()));

/**
 * Of these verbs the SDK prints a failure by itself, as name, message and stack, and the engine prints the message
 * again. Of a failure with a stack all of it is worth printing; one for users is left to the engine.
 */
async function toldOnce<Result>(verb: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || error.stack !== "") throw error;
    throw Object.defineProperties(error, {
      toString: { value: () => `The ${verb} failed` },
      stack: { value: "the reason stands with the resource." },
    });
  }
}

const settingsFrom = (get: (key: string) => string | undefined): Settings =>
  Object.fromEntries(settingNames.map((name) => [name, get(`ncloud:${name}`)]));
