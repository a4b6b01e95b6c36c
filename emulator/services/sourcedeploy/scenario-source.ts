import type { Scenario, ScenarioSource, State } from "../../state/state.ts";

/**
 * What a scenario deploys, as SourcePipeline shows it: read from its config where it has one, as the seed says otherwise.
 *
 * @example sourceOf(scenario, state) // { type: "SourceBuild", target: { projectName: "shop-api" } }
 */
export function sourceOf(
  { config, source }: Scenario,
  { buildProjects }: Pick<State, "buildProjects">,
): ScenarioSource {
  if (config === undefined) return source;
  const { manifest, file } = config;
  if (manifest) return { type: "KubernetesService", target: { manifest: manifest.path } };
  if (file?.ObjectStorage) {
    return { type: "ObjectStorage", target: { file: `${file.ObjectStorage.bucket}/${file.ObjectStorage.object}` } };
  }
  const project = buildProjects.get(file?.SourceBuild?.id ?? 0);
  return { type: "SourceBuild", target: project === undefined ? {} : { projectName: project.name } };
}
