import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceBuild: reference section 6.2. */

export function listBuilds({ world, settings }: Service, { query }: SiblingInput) {
  const { total, items } = selectPage(settings, world.buildProjects, query, "projectName");
  const permission = { permission: "Allow", actionName: "View/getProjectDetail" };
  return { total, project: items.map(({ id, name }) => ({ id, name, ...permission })) };
}

export function getBuildDetail({ world }: Service, { parameters }: SiblingInput) {
  const project = world.references.buildProjects.get(Number(parameters["projectId"]));
  if (!project)
    throw new ServiceFailure("buildProjectMissing", `There is no project ${String(parameters["projectId"])}.`);
  const { id, name, source } = project;
  const { type, ...config } = source;
  return { id, name, description: "", source: { type: type.replace(/^GitHub$/, "Github"), config }, lastBuild: null };
}
