import type { BuildEnvironment, BuildPlatform } from "../../../provider/services/sourcebuild/api/requests.ts";
import type { Environment } from "../../state/environment.ts";

/** What a seed does not say of a build project: a small machine with an image of the vendor's. */
export const seedEnvironment: BuildEnvironment = {
  compute: { id: 1 },
  platform: { type: "SourceBuild", config: { os: { id: 1 }, runtime: { id: 5, version: { id: 26 } } } },
};

/** What is installed, with the names of what the request numbers; images of registries have no `os` and no `runtime`. */
export function platformResponse({ type, config }: BuildPlatform, { operatingSystems }: Environment) {
  if (type !== "SourceBuild") return { type, config };
  const os = operatingSystems.find(({ id }) => id === config.os.id);
  const runtime = os?.runtimes.find(({ id }) => id === config.runtime.id);
  const version = runtime?.versions.find(({ id }) => id === config.runtime.version.id);
  return {
    type,
    config: {
      os: os
        ? { id: os.id, name: os.name, version: os.version, archi: os.archi }
        : { ...config.os, name: null, version: null, archi: null },
      runtime: {
        id: config.runtime.id,
        name: runtime?.name ?? null,
        version: version ?? { ...config.runtime.version, name: null },
      },
    },
  };
}
