import type { Settings } from "../settings.ts";

/**
 * What stands in a response for what is not set: an empty value, null, or nothing at all.
 *
 * @param empty the empty value of its kind.
 * @example { name, ...orUnset("description", project.description, "", settings) }
 */
export function orUnset(
  key: string,
  value: unknown,
  empty: unknown,
  { unsetValues }: Pick<Settings, "unsetValues">,
): Record<string, unknown> {
  if (value !== undefined && value !== null && !isEmpty(value)) return { [key]: value };
  return unsetForms[unsetValues](key, empty);
}

const unsetForms: Readonly<Record<Settings["unsetValues"], (key: string, empty: unknown) => Record<string, unknown>>> =
  {
    empty: (key, empty) => ({ [key]: empty }),
    null: (key) => ({ [key]: null }),
    absent: () => ({}),
  };

const isEmpty = (value: unknown): boolean => value === "" || (Array.isArray(value) && value.length === 0);
