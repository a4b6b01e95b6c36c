import { resourceType, runResourceType } from "../dynamic/provider-text.ts";
import { packageName, pipelineToken, runToken } from "../plugin/package-name.ts";

/** What runs the verbs of a program's resources: the dynamic provider of the SDK, or the packaged plugin. */
export type HostName = "dynamic" | "plugin";

/** A resource, by the name of its class. */
export type ResourceName = "Pipeline" | "PipelineRun";

/** How states name what is ours under one host. */
interface HostTypes {
  readonly resources: Readonly<Record<ResourceName, string>>;
  /** The package whose providers these resources take. */
  readonly providerPackage: string;
  /** What stands in front of a setting's name in the state of an explicit provider. */
  readonly settingPrefix: string;
}

/** The one table of types; a state may hold those of both hosts. */
export const hostTypes: Readonly<Record<HostName, HostTypes>> = {
  dynamic: {
    resources: { Pipeline: resourceType, PipelineRun: runResourceType },
    providerPackage: "pulumi-nodejs",
    settingPrefix: "ncloud:",
  },
  plugin: {
    resources: { Pipeline: pipelineToken, PipelineRun: runToken },
    providerPackage: packageName,
    settingPrefix: "",
  },
};

/** Whether a type is one of a resource, under any host. */
export const isTypeOf = (name: ResourceName, type: unknown): boolean =>
  Object.values(hostTypes).some(({ resources }) => resources[name] === type);

/**
 * The settings' prefix of an explicit provider's type, under any host; undefined for the type of anything else.
 *
 * @example settingPrefixOf("pulumi:providers:pulumi-nodejs") // "ncloud:"
 */
export const settingPrefixOf = (type: unknown): string | undefined =>
  Object.values(hostTypes).find(({ providerPackage }) => type === `pulumi:providers:${providerPackage}`)?.settingPrefix;
