import * as pulumi from "@pulumi/pulumi";
import { ownPackage } from "../provider/core/own-package.ts";
import type { HostName, ResourceName } from "../provider/hosts/shared/resource-types.ts";
import { hostTypes } from "../provider/hosts/shared/resource-types.ts";
import { runError } from "./run-error.ts";

/** The host that is not chosen. */
const others: Readonly<Record<HostName, HostName>> = { dynamic: "plugin", plugin: "dynamic" };

/**
 * The host that the stack's configuration chooses: `pulumi config set ncloud:host plugin`. The dynamic one needs
 * nothing, and is there for ever.
 *
 * @throws RunError for another word
 */
export function chosenHost(): HostName {
  const word = pulumi.runtime.getConfig("ncloud:host") ?? "dynamic";
  if (Object.hasOwn(hostTypes, word)) return word as HostName;
  throw runError(`ncloud:host: "${word}" is not known. Give one of "dynamic", "plugin".`);
}

/** The type of a resource under the chosen host. */
export const typeOf = (name: ResourceName): string => hostTypes[chosenHost()].resources[name];

/** The package whose providers the chosen host takes. */
export const providerPackage = (): string => hostTypes[chosenHost()].providerPackage;

/**
 * The options of a resource under the chosen host. What the other host made is the same resource, by an alias: with a
 * change of the host nothing changes but the state.
 */
export function hostOptions(name: ResourceName, options: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  const host = chosenHost();
  const other = hostTypes[others[host]].resources[name];
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
  const { resources: own } = hostTypes[host];
  const { resources: other } = hostTypes[others[host]];
  const names = Object.keys(own) as ResourceName[];
  const [head = "", project = "", type = "", ...rest] = urn.split("::");
  const parts = type
    .split("$")
    .map((part) => names.flatMap((name) => (other[name] === part ? own[name] : [])).at(0) ?? part);
  return [head, project, parts.join("$"), ...rest].join("::");
}

const isPlain = (alias: unknown): alias is pulumi.Alias =>
  typeof alias === "object" &&
  alias !== null &&
  !pulumi.Output.isInstance(alias) &&
  !("type" in alias) &&
  !(alias instanceof Promise);
