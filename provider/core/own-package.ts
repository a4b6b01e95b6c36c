import { createRequire } from "node:module";

/**
 * Name and version of this package. Read by the package's own name, so that it is found from dist, too; a bundle without
 * a package.json beside it has the two written into it when it is built.
 */
export function ownPackage(): { readonly name: string; readonly version: string } {
  const require = createRequire(import.meta.url);
  return require("pulumi-ncloud-sourcepipeline/package.json") as { name: string; version: string };
}
