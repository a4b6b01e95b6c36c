import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { BuildSource } from "../world/world.ts";
import { created } from "./created.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceBuild: section 3 of the reference of related services. */

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
  return { id, name, description: "", created, source: sourceAnswer(source), ...settings };
}

const sourceAnswer = ({ type, ...config }: BuildSource) => ({ type: type.replace(/^GitHub$/, "Github"), config });

/** What a seed does not say of a build project: a small machine, no commands, nothing kept. Null is what is not set. */
const settings = {
  env: {
    compute: { id: 1, cpu: 2, mem: 4 },
    platform: {
      type: "SourceBuild",
      config: {
        os: { id: 1, name: "ubuntu", version: "16.04", archi: "x64" },
        runtime: { id: 5, name: "python", version: { id: 26, name: "3.9-1.0.0" } },
      },
    },
    docker: { use: false, id: null, name: null },
    timeout: 60,
    envVars: [],
  },
  cmd: {
    pre: [],
    build: [],
    post: [],
    dockerbuild: { use: false, dockerfile: null, registry: null, image: null, tag: null, latest: false },
  },
  artifact: { use: false, path: [], storage: { bucket: null, path: null, filename: null }, backup: false },
  cache: { use: false, registry: null, image: null, tag: null, latest: false },
  linked: { CloudLogAnalytics: false, FileSafer: false },
  lastBuild: { id: null, timestamp: null, status: null },
} as const;
