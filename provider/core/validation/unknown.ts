/** How the engine writes a value that is not known at preview, whatever its type (pulumi `sdk/nodejs/runtime/rpc.ts`). */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Stands for a string that is not known yet, such as the id of a resource that is still to be made: the same as an
 * unknown value, except where an object or a list is expected. The engine does not know it.
 */
export const unknownString = `${unknownValue} string`;

export const isUnknown = (value: unknown): boolean => value === unknownValue || value === unknownString;

/** Whether an unknown value may turn out to be an object or a list. */
export const mayBeStructure = (value: unknown): boolean => value === unknownValue;

/** Whether a value is unknown or has an unknown part. */
export function hasUnknown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isUnknown(value);
  return Object.values(value).some(hasUnknown);
}
