import * as pulumi from "@pulumi/pulumi";

/**
 * Goes on at once with a plain value, so that what stands in it plainly can be checked before the rest is known. The id of
 * a resource stays as it is: it will be a string.
 */
export function whenKnown(value: unknown, then: (plain: unknown) => unknown): unknown {
  const later = pulumi.Output.isInstance(value) || value instanceof Promise;
  if (!later) return then(value);
  return isId(value) ? value : pulumi.output(value).apply(then);
}

/** Whether an output is the id or the URN of a resource, as it stands there. */
export function isId(value: unknown): boolean {
  if (!pulumi.Output.isInstance(value)) return false;
  const { resources } = value as unknown as { resources: () => ReadonlySet<pulumi.Resource> };
  return [...resources.call(value)].some(
    ({ urn, ...rest }) => value === urn || value === (rest as { id?: unknown }).id,
  );
}

/** The elements of a list, each changed; what is no list stays as it is. */
export const eachOf = (value: unknown, then: (element: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map((element: unknown) => then(element)) : value;

export const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
