import { createRequire } from "node:module";

/** The version of this package, whether it runs from its sources or from where it was built. */
export function ownVersion(): string {
  const require = createRequire(import.meta.url);
  return (require("pulumi-ncloud-sourcepipeline/package.json") as { version: string }).version;
}
