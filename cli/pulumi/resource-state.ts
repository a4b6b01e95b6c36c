import { knownRecord, knownText } from "../../provider/core/validation/partial.ts";

/** A resource as the engine keeps it, as far as it is read here. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly id: string | undefined;
  /** With the secrets masked. */
  readonly inputs: unknown;
  readonly outputs: unknown;
  /** Whether it was replaced, and only its deletion is left. */
  readonly isDeleting: boolean;
  /** Whether the program only reads it. */
  readonly isExternal: boolean;
  /** URN and id of its provider. */
  readonly provider: string | undefined;
}

/** Reads a resource of what the engine printed; undefined for what is none. */
export function readResource(printed: unknown): ResourceState | undefined {
  const { urn, type, id, inputs, outputs, provider, ...flags } = knownRecord(printed);
  if (typeof urn !== "string" || typeof type !== "string") return undefined;
  return {
    urn,
    type,
    id: knownText(id),
    inputs: maskSecrets(inputs),
    outputs: maskSecrets(outputs),
    isDeleting: flags["delete"] === true,
    isExternal: flags["external"] === true,
    provider: knownText(provider),
  };
}

/** The parts of a URN. */
export function partsOfUrn(urn: string): { stack: string; project: string; resource: string } {
  const [head = "", project = "", ...rest] = urn.split("::");
  return { stack: head.replace("urn:pulumi:", ""), project, resource: rest.at(-1) ?? "" };
}

/** What is written instead of a secret, as the engine does where it shows a state. */
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

/** The key by which an export flags what is not plain JSON, and its value for secrets (pulumi `sdk/go/common/resource/sig`). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
