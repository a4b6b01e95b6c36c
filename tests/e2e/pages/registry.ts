import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A registry on this machine. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a registry that serves one package from its tarball, and sends whoever wants another one to the real registry.
 *
 * @param upstream address of the real registry
 */
export async function startRegistry(
  manifest: { name: string; version: string },
  tarball: string,
  upstream: string,
): Promise<Registry> {
  const bytes = readFileSync(tarball);
  const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === `/${manifest.name}`) {
      const dist = { tarball: `${url()}/tarball.tgz`, integrity };
      const { version } = manifest;
      const document = {
        name: manifest.name,
        "dist-tags": { latest: version },
        versions: { [version]: { ...manifest, dist } },
      };
      response.setHeader("content-type", "application/json").end(JSON.stringify(document));
    } else if (path === "/tarball.tgz") response.end(bytes);
    else response.writeHead(302, { location: new URL(path.slice(1), upstream).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
