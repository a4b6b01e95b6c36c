import { createHash } from "node:crypto";

/**
 * Tells the states of one backend from those of another, as far as a provider's process can see it; never shown, and no
 * part of it can be read back: an address may hold a key.
 *
 * @param folder that a relative address starts from
 * @example backendScope({ PULUMI_BACKEND_URL: "file:///srv/states" }, "/srv/shop")
 */
export function backendScope(
  { PULUMI_BACKEND_URL: url = "", PULUMI_HOME: home = "" }: Readonly<Record<string, string | undefined>>,
  folder: string,
): string {
  const isRelative = url.startsWith("file://") && !url.startsWith("file:///") && !url.startsWith("file://~");
  return createHash("sha256")
    .update(JSON.stringify([url, home, isRelative ? folder : ""]))
    .digest("hex")
    .slice(0, 16);
}
