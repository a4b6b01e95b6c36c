import type { BuildEnvironment, NewBuildProject } from "../../../provider/services/sourcebuild/api/requests.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { Environment } from "../../state/environment.ts";
import type { BuildProject } from "../../state/state.ts";

/**
 * Refuses what the schema cannot check (reference section 3.2): what a choice asks for besides, and what does not exist.
 * A repository that an edit leaves as it was is not looked up again.
 *
 * @param content of the project as it will be.
 */
export function checkBuildProject(
  content: Omit<NewBuildProject, "source">,
  source: BuildProject["source"],
  before: BuildProject | undefined,
  { state, settings }: Service,
): void {
  const problems = [
    ...environmentProblems(content.env, state.environment),
    ...conditionProblems(content),
    ...(settings.unknownResources === "refused" ? resourceProblems(content, state.environment) : []),
  ];
  if (problems.length > 0) throw new ServiceFailure("buildInvalid", sentences(problems));

  const { type, repository } = source;
  if (type !== "SourceCommit" || repository === before?.source.repository || state.repositories.named(repository))
    return;
  throw new ServiceFailure("buildRepositoryUnresolved", `There is no repository ${repository}.`);
}

function environmentProblems({ compute, platform, docker }: BuildEnvironment, environment: Environment): string[] {
  const { computes, operatingSystems, dockerEngines } = environment;
  const problems = hasId(computes, compute.id) ? [] : [`env.compute.id: there is no machine ${compute.id}.`];
  if (docker?.use && typeof docker.id !== "number") problems.push("env.docker.id: it is missing, and docker is used.");
  else if (docker?.use && !hasId(dockerEngines, docker.id)) {
    problems.push(`env.docker.id: there is no engine ${String(docker.id)}.`);
  }
  if (platform.type !== "SourceBuild") return problems;

  const { os, runtime } = platform.config;
  const system = operatingSystems.find(({ id }) => id === os.id);
  if (!system) return [...problems, `env.platform.config.os.id: there is no operating system ${os.id}.`];
  const found = system.runtimes.find(({ id }) => id === runtime.id);
  if (!found) return [...problems, `env.platform.config.runtime.id: ${system.name} has no runtime ${runtime.id}.`];
  if (hasId(found.versions, runtime.version.id)) return problems;
  return [...problems, `env.platform.config.runtime.version.id: ${found.name} has no version ${runtime.version.id}.`];
}

/** What is needed once something is used. */
function conditionProblems({ cmd, artifact, cache }: Omit<NewBuildProject, "source">): string[] {
  const needed = [
    { at: "cmd.dockerbuild", part: cmd?.dockerbuild, keys: ["dockerfile", "registry", "image", "tag"] },
    { at: "artifact", part: artifact, keys: ["path"] },
    { at: "artifact.storage", part: artifact?.use ? { use: true, ...artifact.storage } : undefined, keys: storageKeys },
    { at: "cache", part: cache, keys: ["registry", "image", "tag"] },
  ];
  return needed.flatMap(({ at, part, keys }) => {
    if (!part?.use) return [];
    const values = part as Readonly<Record<string, unknown>>;
    return keys.filter((key) => isUnset(values[key])).map((key) => `${at}.${key}: it is missing, and ${at} is used.`);
  });
}

const storageKeys = ["bucket", "path", "filename"];

const isUnset = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

function resourceProblems(
  { env, cmd, artifact, cache }: Omit<NewBuildProject, "source">,
  known: Environment,
): string[] {
  const { platform } = env;
  const registries: [string, string | null | undefined][] = [
    ["env.platform.config.registry", platform.type === "ContainerRegistry" ? platform.config.registry : undefined],
    ["cmd.dockerbuild.registry", cmd?.dockerbuild?.use ? cmd.dockerbuild.registry : undefined],
    ["cache.registry", cache?.use ? cache.registry : undefined],
  ];
  const bucket = artifact?.use ? artifact.storage?.bucket : undefined;
  return [
    ...registries.flatMap(([at, name]) =>
      name && !known.registries.some((one) => one.name === name) ? [`${at}: there is no registry ${name}.`] : [],
    ),
    ...(bucket && !known.buckets.some(({ name }) => name === bucket)
      ? [`artifact.storage.bucket: there is no bucket ${bucket}.`]
      : []),
  ];
}

const hasId = (things: readonly { id: number }[], wanted: number | null | undefined): boolean =>
  things.some(({ id }) => id === wanted);
