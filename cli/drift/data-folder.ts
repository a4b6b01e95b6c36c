import { stackConfiguration } from "../pulumi/read-stack.ts";
import { partsOfUrn } from "../pulumi/resource-state.ts";
import type { Project } from "../pulumi/run-pulumi.ts";
import type { DriftedPipeline } from "./drift-report.ts";

/** The folder with the data files of an exported program: the one that the stack's configuration names, as there. */
export async function dataFolder(project: Project, projectName: string): Promise<string> {
  return (await stackConfiguration(project)).get(`${projectName}:pipelines`) ?? "pipelines";
}

/** The data file of a pipeline, named after its resource. */
export const dataFile = (folder: string, { urn }: Pick<DriftedPipeline, "urn">): string =>
  `${folder}/${partsOfUrn(urn).resource}.json`;

/**
 * Whether all pipelines are kept in data files.
 *
 * @param read the text of a file; undefined when there is none
 */
export async function haveFiles(
  pipelines: readonly Pick<DriftedPipeline, "urn">[],
  folder: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<boolean> {
  const texts = await Promise.all(pipelines.map((pipeline) => read(dataFile(folder, pipeline))));
  return texts.every((text) => text !== undefined);
}
