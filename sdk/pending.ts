import * as pulumi from "@pulumi/pulumi";

/*
 * What does not exist yet cannot be found, and is no mistake: a preview may know the name of a repository that the same
 * program is about to make. A resource is pending as long as the engine has no id for it.
 */

/** Resources that a program names in `dependsOn`. */
export type DependsOn = pulumi.Input<pulumi.Input<pulumi.Resource>[]> | pulumi.Input<pulumi.Resource>;

/** What is asked about pending resources beside the arguments themselves. */
export interface PendingOptions {
  dependsOn?: DependsOn | undefined;
  /** A component does not wait for what is made inside it: it would wait for itself. */
  parent?: pulumi.Resource | undefined;
}

/**
 * Where a pipeline's arguments hold something that comes from a pending resource, as paths: `tasks[0].projectId`; the
 * empty path, which stands for all of them, when `dependsOn` names one. Never a dependency itself: plain texts.
 *
 * @example await pendingPaths({ triggers: { repositories: [{ name: repository.name, branch: "main" }] } }, {})
 * // ["triggers.repositories[0].name"] in the preview that will create the repository
 */
export async function pendingPaths(args: object, options: PendingOptions): Promise<string[]> {
  if (await isPending(undefined, options)) return [""];
  const found = outputsIn(args, "").map(async ({ path, output }) => ((await isPending(output)) ? [path] : []));
  return (await Promise.all(found)).flat();
}

/**
 * Where arguments are the ids of resources that exist, and how messages call those: plain texts, no dependencies.
 *
 * @example await idsOfResources({ triggers: { pipelines: [{ id: shop.id }] } })
 * // { "triggers.pipelines[0].id": 'Pipeline "shop"' } when the state has the pipeline
 */
export async function idsOfResources(args: object): Promise<Record<string, string>> {
  const found = outputsIn(args, "").map(async ({ path, output }): Promise<[string, string][]> => {
    if (!pulumi.Output.isInstance(output)) return [];
    const [sources, id] = await Promise.all([pulumi.getAllResources(output), settled(promiseOf(output))]);
    const named = await Promise.all([...sources].map((source) => nameIfId(source, id)));
    return named.flatMap((name) => (name === undefined ? [] : [[path, name]]));
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** How a resource is called whose id is a value. */
async function nameIfId(resource: pulumi.Resource, value: unknown): Promise<string | undefined> {
  if (!pulumi.CustomResource.isInstance(resource) || !(await isKnown(resource.id))) return undefined;
  if (String(value) !== (await settled(promiseOf(resource.id)))) return undefined;
  const { __pulumiType: type, __name: name } = resource as unknown as { __pulumiType: string; __name: string };
  return `${type.split(":").at(-1) ?? type} "${name}"`;
}

/**
 * Where arguments are secret, as paths.
 *
 * @example await secretPaths({ tasks: [{ name: "build", branch: pulumi.secret("main") }] }) // ["tasks[0].branch"]
 */
export async function secretPaths(args: object): Promise<string[]> {
  const found = outputsIn(args, "").map(async ({ path, output }) => {
    const isSecret = pulumi.Output.isInstance(output) && pulumi.isSecret(output).catch(() => false);
    return (await isSecret) ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Whether a value comes from a pending resource, or `dependsOn` names one. */
export async function isPending(value: unknown, { dependsOn, parent }: PendingOptions = {}): Promise<boolean> {
  const [sources, named] = await Promise.all([resourcesOf(value), resourcesOf(dependsOn)]);
  const states = await Promise.all([...sources, ...withChildren(named, new Set(ancestors(parent)))].map(isWithoutId));
  return states.some(Boolean);
}

/** Whether a value holds or comes from resources at all. */
export const comesFromResources = async (value: unknown): Promise<boolean> => (await resourcesOf(value)).length > 0;

/** The resources that a value is, holds or comes from. */
async function resourcesOf(value: unknown): Promise<pulumi.Resource[]> {
  if (pulumi.Resource.isInstance(value)) return [value];
  if (pulumi.Output.isInstance(value)) {
    const output = value;
    const [sources, plain] = await Promise.all([pulumi.getAllResources(output), settled(promiseOf(output))]);
    return [...sources, ...(await resourcesOf(plain))];
  }
  if (value instanceof Promise) return resourcesOf(await settled(value));
  if (typeof value !== "object" || value === null) return [];
  const parts = await Promise.all(Object.values(value as Record<string, unknown>).map(resourcesOf));
  return parts.flat();
}

/** A component stands for the resources below it: it is there from the start, they are not. */
function withChildren(resources: Iterable<pulumi.Resource>, seen: Set<pulumi.Resource>): pulumi.Resource[] {
  return [...resources].flatMap((resource) => {
    if (seen.has(resource)) return [];
    seen.add(resource);
    return pulumi.ComponentResource.isInstance(resource) ? withChildren(partsOf(resource).children, seen) : [resource];
  });
}

function ancestors(resource: pulumi.Resource | undefined): pulumi.Resource[] {
  return resource === undefined ? [] : [resource, ...ancestors(partsOf(resource).parent)];
}

async function isWithoutId(resource: pulumi.Resource): Promise<boolean> {
  return pulumi.CustomResource.isInstance(resource) && !(await isKnown(resource.id));
}

/** Outputs and promises in a structure, each with where it stands. */
function outputsIn(value: unknown, path: string): { path: string; output: unknown }[] {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return [{ path, output: value }];
  if (Array.isArray(value)) return value.flatMap((part, index) => outputsIn(part, `${path}[${String(index)}]`));
  if (typeof value !== "object" || value === null || pulumi.Resource.isInstance(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => outputsIn(part, path === "" ? key : `${path}.${key}`));
}

/** A value that fails is told by whoever uses it, not here. */
const settled = (value: Promise<unknown>): Promise<unknown> => value.catch(() => undefined);

const promiseOf = (output: pulumi.Output<unknown>): Promise<unknown> =>
  (output as unknown as { promise: () => Promise<unknown> }).promise();

const isKnown = (output: pulumi.Output<unknown>): Promise<boolean> =>
  (output as unknown as { isKnown: Promise<boolean> }).isKnown;

function partsOf(resource: pulumi.Resource): { children: Iterable<pulumi.Resource>; parent?: pulumi.Resource } {
  const { __childResources: children = [], __parentResource: parent } = resource as unknown as {
    __childResources?: Iterable<pulumi.Resource>;
    __parentResource?: pulumi.Resource;
  };
  return { children, ...(parent && { parent }) };
}

/** Whether a value is still to come. */
export const isLater = (value: unknown): boolean => pulumi.Output.isInstance(value) || value instanceof Promise;
