import type { NewBuildProject } from "../../../provider/services/sourcebuild/api/requests.ts";
import { operations, type Operations } from "../../../provider/services/sourcebuild/api/operations.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { readBody } from "../../shapes/read-body.ts";
import { problemsOf } from "../../shapes/describe-issue.ts";
import { isHeld, isVisible, noteCreated } from "../../state/related-visibility.ts";
import { nextId, type BuildProject } from "../../state/state.ts";
import { createdNow } from "../created.ts";
import { mergeContent } from "../merge-content.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { buildProjectResponse } from "./build-project-response.ts";
import { checkBuildProject } from "./check-build-project.ts";
import { seedEnvironment } from "./platform-response.ts";
import { nameScope, removeBuildProject, storedBuildProject } from "./store-build-project.ts";

type Names = "getProjects" | "createProject" | "getProject" | "changeProject" | "deleteProject";

const listed = { permission: "Allow", actionName: "View/getProjectDetail" } as const;

/** The operations on build projects (reference sections 3.1 to 3.4). */
export const buildProjectHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getProjects: ({ query }, service) => {
    const shown = service.state.buildProjects
      .values()
      .filter(({ id }) => isVisible(service, "buildProject", id, "list"));
    const form = { filter: "projectName", invalid: "buildInvalid" } as const;
    const { total, items } = selectPage(service, shown, query, form);
    return { total, project: items.map(({ id, name }) => ({ id, name, ...listed })) };
  },

  createProject: ({ body, user }, service) => {
    const { name, source, description, ...content } = body;
    const flatSource = { type: source.type, ...source.config };
    checkBuildProject(body, flatSource, undefined, service);
    refuseTakenName(service, name);
    const id = nextId(service.state.counters, "buildProject");
    noteCreated(service, "buildProject", id);
    const created = createdNow(service, user);
    store(service, { id, name, description: description ?? "", source: flatSource, ...content, created });
    return { id, name };
  },

  getProject: ({ parameters }, service) => {
    const project = storedBuildProject(service, parameters.projectId);
    if (!isVisible(service, "buildProject", project.id, "detail")) {
      throw new ServiceFailure("buildProjectMissing", `There is no build project ${project.id} yet.`);
    }
    return buildProjectResponse(project, service.state, service.settings, service.clock.now());
  },

  changeProject: ({ parameters, body }, service) => {
    const project = storedBuildProject(service, parameters.projectId);
    const { patchDepth, patchOmission } = service.settings;
    const { source, description, ...change } = body;
    const flatSource = source ? { type: source.type, ...source.config } : project.source;
    const { id, name, created } = project;
    const content = readContent(mergeContent(contentOf(project), change, patchDepth), project);
    checkBuildProject(content, flatSource, project, service);
    const clears = patchOmission === "clears" || patchDepth === "whole";
    const text = description ?? (clears ? "" : project.description);
    const { env, cmd, artifact, cache, linked } = content;
    store(service, { id, name, created, description: text, source: flatSource, env, cmd, artifact, cache, linked });
    return { id, name };
  },

  deleteProject: ({ parameters }, service) => {
    removeBuildProject(service, storedBuildProject(service, parameters.projectId));
    return { result: true };
  },
};

const contentOf = ({ env = seedEnvironment, cmd, artifact, cache, linked }: BuildProject) => ({
  env,
  cmd,
  artifact,
  cache,
  linked,
});

/** Something that any project may be made of, in place of a source that cannot be written. */
const anySource = { type: "SourceCommit", config: { repository: "any", branch: "any" } } as const;

/** What an edit makes of a project has to be what a create takes. */
function readContent(merged: object, { name, env }: BuildProject): NewBuildProject {
  const candidate = { env: env ?? seedEnvironment, ...merged, name, source: anySource };
  const read = readBody(operations.createProject.body, structuredClone(candidate), { unknownKeys: true, days: false });
  if ("value" in read) return read.value;
  throw new ServiceFailure("buildInvalid", sentences(problemsOf(read.issues)));
}

function refuseTakenName(service: Service, name: string): void {
  const holder = service.state.buildProjects.named(name);
  if (holder === undefined && !isHeld(service, nameScope, name)) return;
  const why = holder === undefined ? "was deleted a moment ago" : `is the build project ${holder.id}`;
  throw new ServiceFailure("buildDuplicate", `The name ${name} is taken: it ${why}.`);
}

function store(service: Service, project: BuildProject): void {
  service.state.buildProjects.set(project);
  service.changed();
}
