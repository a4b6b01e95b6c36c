import * as pulumi from "@pulumi/pulumi";
import { resourceType, runResourceType } from "../provider/hosts/dynamic/provider-text.ts";
import { packageName, pipelineToken, runToken } from "../provider/hosts/plugin/package-name.ts";
import { ownPackage } from "../provider/core/own-package.ts";
import { runError } from "./run-error.ts";

/** What runs the verbs of a program's resources: the dynamic provider of the SDK, or the packaged plugin. */
type HostName = "dynamic" | "plugin";

/** A resource, by the name of its class. */
export type ResourceName = "Pipeline" | "PipelineRun";

const types: Readonly<Record<HostName, Readonly<Record<ResourceName, string>>>> = {
  dynamic: { Pipeline: resourceType, PipelineRun: runResourceType },
  plugin: { Pipeline: pipelineToken, PipelineRun: runToken },
};

/**
 * The host that the stack's configuration chooses: `pulumi config set ncloud:host plugin`. The dynamic one needs
 * nothing, and is there for ever.
 *
 * @throws RunError for another word
 */
export function chosenHost(): HostName {
  const word = pulumi.runtime.getConfig("ncloud:host") ?? "dynamic";
  if (Object.hasOwn(types, word)) return word as HostName;
  throw runError(`ncloud:host: "${word}" is not known. Give one of "dynamic", "plugin".`);
}

/** The type of a resource under the chosen host. */
export const typeOf = (name: ResourceName): string => types[chosenHost()][name];

/** Whether a type is one of a resource, under any host. */
export const isTypeOf = (name: ResourceName, type: unknown): boolean =>
  Object.values(types).some((ofHost) => ofHost[name] === type);

/** The package whose providers the chosen host takes. */
export const providerPackage = (): string => (chosenHost() === "plugin" ? packageName : "pulumi-nodejs");

/**
 * The options of a resource under the chosen host. What the other host made is the same resource, by an alias: with a
 * change of the host nothing changes but the state.
 */
export function hostOptions(name: ResourceName, options: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  const host = chosenHost();
  const other = types[host === "plugin" ? "dynamic" : "plugin"][name];
  const { aliases = [] } = options;
  // An earlier name or parent of the resource may be one of the other host.
  const ofOther = (Array.isArray(aliases) ? aliases : []).filter(isPlain).map((alias) => ({ ...alias, type: other }));
  return {
    ...options,
    ...(host === "plugin" && { version: options.version ?? ownPackage().version }),
    aliases: Array.isArray(aliases) ? [...aliases, ...ofOther, { type: other }] : aliases,
  };
}

/** A URN as it is under the chosen host, whichever host's it was. */
export function underChosenHost(urn: string): string {
  const host = chosenHost();
  const names = Object.keys(types[host]) as ResourceName[];
  const other = types[host === "plugin" ? "dynamic" : "plugin"];
  const [head = "", project = "", type = "", ...rest] = urn.split("::");
  const parts = type
    .split("$")
    .map((part) => names.flatMap((name) => (other[name] === part ? types[host][name] : [])).at(0) ?? part);
  return [head, project, parts.join("$"), ...rest].join("::");
}

const isPlain = (alias: unknown): alias is pulumi.Alias =>
  typeof alias === "object" &&
  alias !== null &&
  !pulumi.Output.isInstance(alias) &&
  !("type" in alias) &&
  !(alias instanceof Promise);
