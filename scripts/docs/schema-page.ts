import { ownPackage } from "../../provider/core/own-package.ts";
import { pluginDownloadURL } from "../../provider/hosts/plugin/download-url.ts";
import { packageSchema } from "../../provider/hosts/plugin/schema/package-schema.ts";

/** The schema of the packaged plugin, which generators of SDKs read: `pulumi package add docs/plugin.schema.json`. */
export const schemaPage = (): string =>
  JSON.stringify(packageSchema({ version: ownPackage().version, pluginDownloadURL: pluginDownloadURL() }));
