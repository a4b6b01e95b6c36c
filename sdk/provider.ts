import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../provider/config/settings.ts";
import { settingNames } from "../provider/config/settings.ts";
import { chosenHost, providerPackage, typeOf } from "./host.ts";
import { ownPackage } from "../provider/core/own-package.ts";
import { nameOther, nameProvider } from "./other-provider.ts";
import { providerProblems } from "./provider-problems.ts";
import { runError } from "./run-error.ts";
import { refuse } from "./program-mistakes.ts";

/**
 * Where and as whom pipelines are made; what is not given comes from the stack's configuration, then as there. All of
 * it is kept as secrets in the state.
 */
export interface ProviderArgs {
  /** Access key of the account. */
  accessKey?: pulumi.Input<string | undefined> | undefined;
  /** Secret key of the account. */
  secretKey?: pulumi.Input<string | undefined> | undefined;
  /** Region code; `KR` unless given. */
  region?: pulumi.Input<string | undefined> | undefined;
  /** `vpc` unless given; `classic` exists in region KR only. */
  platform?: pulumi.Input<"vpc" | "classic" | undefined> | undefined;
  /** `public` unless given. */
  site?: pulumi.Input<"public" | "gov" | "fin" | undefined> | undefined;
  /** Base URL in front of `/api/v1`, such as `http://127.0.0.1:4600`; from site and platform unless given. */
  endpoint?: pulumi.Input<string | undefined> | undefined;
  /** Whether a preview looks up what pipelines refer to: `full` unless given, `offline` asks nothing. */
  validation?: pulumi.Input<"full" | "offline" | undefined> | undefined;
  /** Codes of warnings that are not shown, with commas between: `NCSP111,NCSP406`. */
  silence?: pulumi.Input<string | undefined> | undefined;
}

/**
 * A second account, region, site or platform in the same program. Arguments that are not known, or have a value that
 * cannot be right, end the program before anything is registered: a key under a wrong name would be no key.
 *
 * @example
 * const config = new pulumi.Config();
 * const other = new ncloud.Provider("other", {
 *   accessKey: config.requireSecret("otherAccessKey"),
 *   secretKey: config.requireSecret("otherSecretKey"),
 * });
 * const build = ncloud.buildTask("build", { project: "shop-api" }, { provider: other });
 * const pipeline = new ncloud.Pipeline("shop", { tasks: [build] }, { provider: other });
 */
export class Provider extends pulumi.ProviderResource {
  /** The package of the provider in a state, as the SDK's generated providers name theirs. */
  static readonly __pulumiType: string = "pulumi-nodejs";

  /**
   * Makes a provider for resources and functions.
   *
   * @param name the resource's name in this program
   * @param args where and as whom; what is not given comes from the stack's configuration
   * @param options the resource's options, as for every resource
   */
  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    refuse(providerProblems(name, args));
    const settings = withStackConfiguration(args);
    const isPlugin = chosenHost() === "plugin";
    super(
      providerPackage(),
      name,
      isPlugin ? settings : dynamicSettings(settings),
      isPlugin ? { ...options, version: options?.version ?? ownPackage().version } : options,
    );
    // What functions connect with lives in the program's memory only.
    Object.defineProperty(this, settingsKey, { value: pulumi.unsecret(pulumi.output(settings)) });
  }

  /**
   * Whether a value is a provider of this package, of this copy or another. Its type in a state is that of all dynamic
   * providers.
   */
  static override isInstance(value: unknown): value is Provider {
    return typeof value === "object" && value !== null && settingsKey in value;
  }
}

/** The same in all copies of the package. */
const settingsKey = Symbol.for("pulumi-ncloud-sourcepipeline.settings");

/**
 * What a function connects with, as the SDK chooses the provider of an invoke: the given one, else that of the parent,
 * which a component may have for its children, else the stack's configuration.
 *
 * @throws RunError for a provider of another package
 */
export function settingsFrom({ provider, parent }: Account = {}): pulumi.Output<Settings> {
  const found = provider ?? parent?.getProvider(typeOf("Pipeline"));
  if (found === undefined) return pulumi.output(stackConfiguration());
  const { [settingsKey]: settings } = Object(found) as { [settingsKey]?: pulumi.Output<Settings> };
  if (settings !== undefined) return settings;
  throw runError(
    `The provider ${nameOther(found) ?? nameProvider(found)} is not an ncloud.Provider, and functions of this package ` +
      "cannot use it. Make one with new ncloud.Provider(…), or leave the option out.",
  );
}

/** Where the provider of a function comes from. */
interface Account {
  provider?: pulumi.ProviderResource | undefined;
  parent?: pulumi.Resource | undefined;
}

/** As the dynamic provider takes them, which is one of many, and cannot tell by itself that it was made by a program. */
const dynamicSettings = (settings: pulumi.Inputs): pulumi.Inputs => ({
  ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`ncloud:${key}`, value])),
  "ncloud:explicit": "true",
});

/** The engine gives an explicit provider its own arguments only: what they leave out is copied here. */
function withStackConfiguration(args: ProviderArgs): Record<string, pulumi.Output<string | undefined>> {
  const stack = stackConfiguration();
  const settings = settingNames.flatMap((name) => {
    // Not given, null, and an output of nothing are the same.
    const value = pulumi.output(args[name]).apply((given) => given ?? stack[name]);
    return (args[name] ?? stack[name]) === undefined ? [] : [[name, pulumi.secret(value)] as const];
  });
  return Object.fromEntries(settings);
}

function stackConfiguration(): Settings {
  return Object.fromEntries(settingNames.map((name) => [name, pulumi.runtime.getConfig(`ncloud:${name}`)]));
}
