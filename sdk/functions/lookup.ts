import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../../provider/settings.ts";
import type { Connection } from "../../provider/runtime.ts";
import { Provider } from "../provider.ts";
import { runError } from "../run-error.ts";
import type { LookupOptions } from "./lookup-options.ts";

/** What a look-up asks for, given a connection. */
export type Ask<Args, Result> = (connection: Connection, args: Args) => Promise<Result>;

/** Runs a look-up for a promise. */
export async function lookUp<Args, Result>(
  ask: Ask<Args, Result>,
  args: Args,
  options?: LookupOptions,
): Promise<Result> {
  const settings = await known(Provider.settingsOf(options?.provider));
  return run(ask, settings, args);
}

/** Runs a look-up for an output, as soon as its arguments are known. */
export function lookUpOutput<Args, Result>(
  ask: Ask<Args, Result>,
  args: pulumi.Input<unknown>,
  options?: LookupOptions,
): pulumi.Output<Result> {
  const result = pulumi
    .all([Provider.settingsOf(options?.provider), args])
    .apply(([settings, values]) => run(ask, settings as Settings, values as Args));
  // What comes from the service has no outputs inside, which the general type of apply cannot know.
  return result as unknown as pulumi.Output<Result>;
}

async function run<Args, Result>(ask: Ask<Args, Result>, settings: Settings, args: Args): Promise<Result> {
  // Loaded here, so that a program without look-ups starts without the client.
  const { connect } = await import("../../provider/runtime.ts");
  try {
    return await ask(connect(settings), args);
  } catch (error) {
    // An empty stack marks an error whose message says it all.
    throw error instanceof Error && error.stack === "" ? runError(error.message) : error;
  }
}

async function known(settings: pulumi.Output<Settings>): Promise<Settings> {
  const output = settings as unknown as { promise: () => Promise<Settings>; isKnown: Promise<boolean> };
  if (await output.isKnown) return output.promise();
  throw runError(
    "The settings of this provider are not known before an update. Use the form of the look-up that ends in Output.",
  );
}
