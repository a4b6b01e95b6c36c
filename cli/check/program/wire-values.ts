import { unknownString, unknownValue } from "../../../provider/core/validation/unknown.ts";

/** The key of what is no plain JSON on the wire, and the marks of its kinds (pulumi `sdk/nodejs/runtime/rpc.ts`). */
const kindKey = "4dabf18193072939515e22adb298388d";
const kinds = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/**
 * Arguments of a resource as its provider sees them, with unknown values in their plain form. Secrets are unknown, too:
 * no message may show them.
 *
 * @example plainValue({ name: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "x" } })
 * // { name: unknownValue }
 */
export const plainValue = (value: unknown): unknown => plain(value, () => unknownValue);

/** The same with the values of secrets, for what is not shown. */
export const disclosedValue = (value: unknown): unknown => plain(value, (inner) => disclosedValue(inner));

function plain(value: unknown, ofSecret: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => plain(part, ofSecret));
  if (typeof value !== "object" || value === null) return value;
  const { [kindKey]: kind, ...parts } = value as Readonly<Record<string, unknown>>;
  const { value: inner, id, secret } = parts;
  if (kind === kinds.secret || (kind === kinds.output && secret === true)) return ofSecret(inner ?? unknownValue);
  if (kind === kinds.output) return inner === undefined ? unknownValue : plain(inner, ofSecret);
  if (kind === kinds.resource) return typeof id === "string" && id !== "" ? id : unknownString;
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, plain(part, ofSecret)]));
}
