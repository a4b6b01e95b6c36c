import type { Project } from "../pulumi/project.ts";
import { runPulumi } from "../pulumi/run-pulumi.ts";

/** The folder with the data files of an exported program: the one that the stack's configuration names, as there. */
export async function dataFolder(project: Project, projectName: string): Promise<string> {
  const printed = await runPulumi(["config", "--json"], project);
  const configuration = JSON.parse(printed) as Record<string, { value?: string }>;
  return configuration[`${projectName}:pipelines`]?.value ?? "pipelines";
}
