import type { BuildCache, BuildEnvironment, DockerBuild } from "../../../provider/services/sourcebuild/api/requests.ts";
import type { Settings } from "../../settings.ts";
import type { Environment } from "../../state/environment.ts";
import type { BuildProject, BuildSource, State } from "../../state/state.ts";
import { seedCreated } from "../created.ts";
import { orUnset } from "../unset.ts";
import { buildStatus } from "./build-response.ts";
import { platformResponse, seedEnvironment } from "./platform-response.ts";

/** A build project in full (reference section 3.4). Values of variables come back in clear. */
export function buildProjectResponse(project: BuildProject, state: State, settings: Settings, now: number) {
  const { id, name, description, created = seedCreated, source, cmd, artifact, cache, linked } = project;
  return {
    id,
    name,
    ...orUnset("description", description, "", settings),
    created,
    source: sourceResponse(source),
    env: environmentResponse(project.env ?? seedEnvironment, state.environment, settings),
    cmd: {
      pre: cmd?.pre ?? [],
      build: cmd?.build ?? [],
      post: cmd?.post ?? [],
      dockerbuild: dockerBuildResponse(cmd?.dockerbuild ?? {}, settings),
    },
    artifact: {
      use: artifact?.use ?? false,
      path: artifact?.path ?? [],
      ...orUnset("storage", artifact?.use ? artifact.storage : undefined, emptyStorage, settings),
      backup: artifact?.backup ?? false,
    },
    cache: { use: cache?.use ?? false, ...imageResponse(cache ?? {}, settings), latest: cache?.latest ?? false },
    linked: { CloudLogAnalytics: linked?.CloudLogAnalytics ?? false, FileSafer: linked?.FileSafer ?? false },
    ...orUnset("lastBuild", lastBuild(project, state, now), noBuild, settings),
  };
}

const emptyStorage = { bucket: null, path: null, filename: null };
const noBuild = { id: null, timestamp: null, status: null };

const sourceResponse = ({ type, ...config }: BuildSource) => ({ type: type.replace(/^GitHub$/, "Github"), config });

function environmentResponse(env: BuildEnvironment, environment: Environment, settings: Settings) {
  const compute = environment.computes.find(({ id }) => id === env.compute.id);
  const engine = environment.dockerEngines.find(({ id }) => id === env.docker?.id);
  return {
    compute: compute ?? { id: env.compute.id, cpu: null, mem: null },
    platform: platformResponse(env.platform, environment),
    docker: {
      use: env.docker?.use ?? false,
      ...orUnset("id", env.docker?.id, null, settings),
      ...orUnset("name", engine?.name, null, settings),
    },
    timeout: env.timeout ?? settings.defaultBuildTimeout,
    ...orUnset("envVars", env.envVars, [], settings),
  };
}

const dockerBuildResponse = (image: DockerBuild, settings: Settings) => ({
  use: image.use ?? false,
  ...orUnset("dockerfile", image.dockerfile, null, settings),
  ...imageResponse(image, settings),
  latest: image.latest ?? false,
});

const imageResponse = ({ registry, image, tag }: BuildCache, settings: Settings) => ({
  ...orUnset("registry", registry, null, settings),
  ...orUnset("image", image, null, settings),
  ...orUnset("tag", tag, null, settings),
});

function lastBuild({ id }: BuildProject, { builds }: State, now: number) {
  const build = builds.of(id).at(-1);
  return build && { id: build.buildId, timestamp: build.begin, status: buildStatus(build, now) };
}
