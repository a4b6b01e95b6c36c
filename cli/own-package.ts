import { createRequire } from "node:module";
import { dirname } from "node:path";

/* This package by its own name, whether it runs from its sources or from where it was built. */

const require = createRequire(import.meta.url);
const manifest = "pulumi-ncloud-sourcepipeline/package.json";

export const ownVersion = (): string => (require(manifest) as { version: string }).version;

/** The folder of the manifest. */
export const ownFolder = (): string => dirname(require.resolve(manifest));
