import { createRequire } from "node:module";

/** Name and version of this package, as a `User-Agent`. Read by the package's own name: it is found from dist, too. */
export function userAgent(): string {
  const require = createRequire(import.meta.url);
  const { name, version } = require("pulumi-ncloud-sourcepipeline/package.json") as { name: string; version: string };
  return `${name}/${version}`;
}
