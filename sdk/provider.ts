import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../provider/settings.ts";
import { settingNames } from "../provider/settings.ts";
import { providerProblems } from "./provider-problems.ts";
import { refuse } from "./sound-programs.ts";

/**
 * Where and as whom pipelines are made; what is not given comes from the stack's configuration, then as there. All of
 * it is kept as secrets in the state.
 */
export interface ProviderArgs {
  /** Access key of the account. */
  accessKey?: pulumi.Input<string>;
  /** Secret key of the account. */
  secretKey?: pulumi.Input<string>;
  /** Region code; `KR` unless given. */
  region?: pulumi.Input<string>;
  /** `vpc` unless given; `classic` exists in region KR only. */
  platform?: pulumi.Input<"vpc" | "classic">;
  /** `public` unless given. */
  site?: pulumi.Input<"public" | "gov" | "fin">;
  /** Base URL in front of `/api/v1`, such as `http://127.0.0.1:4600`; from site and platform unless given. */
  endpoint?: pulumi.Input<string>;
  /** Whether a preview looks up what pipelines refer to: `full` unless given, `offline` asks nothing. */
  validation?: pulumi.Input<"full" | "offline">;
}

/**
 * A second account, region, site or platform in the same program. Arguments that are not known, or have a value that
 * cannot be right, end the program before anything is registered: a key under a wrong name would be no key.
 *
 * @example
 * const other = new ncloud.Provider("other", { accessKey: config.requireSecret("otherAccessKey"), secretKey: … });
 * new ncloud.Pipeline("shop", { tasks }, { provider: other });
 * ncloud.getBuildProjectOutput({ name: "shop-api" }, { provider: other });
 */
export class Provider extends pulumi.ProviderResource {
  /** What look-ups with this provider connect with; lives in the program's memory only. */
  private readonly settings: pulumi.Output<Settings>;

  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    refuse(providerProblems(name, args));
    const settings = withStackConfiguration(args);
    const properties = Object.entries(settings).map(([key, value]) => [`ncloud:${key}`, value] as const);
    super("pulumi-nodejs", name, { ...Object.fromEntries(properties), "ncloud:explicit": "true" }, options);
    this.settings = pulumi.unsecret(pulumi.output(settings));
  }

  /** The settings of a provider, or of the stack's configuration when none is given. */
  static settingsOf(provider: Provider | undefined): pulumi.Output<Settings> {
    return provider?.settings ?? pulumi.output(stackConfiguration());
  }
}

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
