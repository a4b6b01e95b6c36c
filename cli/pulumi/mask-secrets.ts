/** What stands in the place of a secret, as the engine writes it where it shows a state. */
export const secretText = "[secret]";

/**
 * A value of a state without its secrets: what an export holds encrypted becomes the text that the engine shows
 * elsewhere.
 *
 * @example maskSecrets({ name: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "…" } })
 * // { name: "[secret]" }
 */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== "object" || value === null) return value;
  if ((value as Record<string, unknown>)[signatureKey] === secretSignature) return secretText;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, maskSecrets(part)]));
}

/** Whether a masked value is a secret, or holds one. */
export function hasSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === secretText;
  return Object.values(value).some(hasSecret);
}

/** How an export marks what is not plain JSON, and which mark secrets have (pulumi `sdk/go/common/resource/sig`). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
