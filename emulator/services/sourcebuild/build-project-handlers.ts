import type { Service } from "../../service.ts";
import type { BuildSource } from "../../state/state.ts";
import { findBuildProject } from "../find-target.ts";
import { created, selectPage, type RelatedInput, type RelatedRoute } from "../related-route.ts";

const at = (path: string) => [`/sourcebuild/api/v1${path}`];

/** Reads of SourceBuild: section 3 of the reference of related services. */
export const sourceBuildRoutes: readonly RelatedRoute[] = [
  { operation: "sourcebuild.list", method: "GET", paths: at("/project"), handle: listBuildProjects },
  { operation: "sourcebuild.get", method: "GET", paths: at("/project/{projectId}"), handle: getBuildProject },
];

function listBuildProjects(service: Service, { query }: RelatedInput) {
  const { total, items } = selectPage(service, service.state.buildProjects, query, "projectName");
  const permission = { permission: "Allow", actionName: "View/getProjectDetail" };
  return { total, project: items.map(({ id, name }) => ({ id, name, ...permission })) };
}

function getBuildProject(service: Service, { parameters: { projectId = "" } }: RelatedInput) {
  const { id, name, source } = findBuildProject(service, projectId);
  return { id, name, description: "", created, source: sourceResponse(source), ...projectDefaults };
}

const sourceResponse = ({ type, ...config }: BuildSource) => ({ type: type.replace(/^GitHub$/, "Github"), config });

/** What a seed does not say of a build project: a small machine, no commands, nothing kept. Null is what is not set. */
const projectDefaults = {
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
