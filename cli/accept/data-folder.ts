import type { Project } from "../pulumi/project.ts";
import { stackConfiguration } from "../pulumi/stack-configuration.ts";

/** The folder with the data files of an exported program: the one that the stack's configuration names, as there. */
export async function dataFolder(project: Project, projectName: string): Promise<string> {
  return (await stackConfiguration(project)).get(`${projectName}:pipelines`) ?? "pipelines";
}
