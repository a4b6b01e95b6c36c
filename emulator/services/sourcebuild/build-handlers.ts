import type { Operations } from "../../../provider/services/sourcebuild/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { cancelBuild, startBuild } from "../../runs/builds.ts";
import { findOutcome } from "../../runs/outcome-rule.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { buildResponse, buildStatus } from "./build-response.ts";
import { storedBuildProject } from "./store-build-project.ts";

/** The operations on builds (reference sections 3.1 and 3.5). */
export const buildHandlers: Pick<RelatedHandlers<Operations>, "startBuild" | "cancelBuild" | "getBuildHistory"> = {
  startBuild: ({ parameters, user }, service) => {
    const project = storedBuildProject(service, parameters.projectId);
    const rule = findOutcome(service.outcomes, { pipeline: "", task: "", projectId: project.id });
    if (rule !== undefined) rule.used += 1;
    const status = rule?.status === "failed" ? "fail" : "success";
    const { buildId } = startBuild(service, project, {
      user,
      outcome: { status, durationMs: rule?.durationMs ?? service.settings.taskMs },
    });
    return { projectId: project.id, buildId };
  },

  cancelBuild: ({ parameters, body }, service) => {
    const { id, name } = storedBuildProject(service, parameters.projectId);
    // A run names the build by the number that its UUID ends with.
    const build = service.state.builds
      .of(id)
      .find((one) => one.buildId === body.buildId || String(one.id) === body.buildId);
    if (!build)
      throw new ServiceFailure("buildProjectMissing", `The build project ${name} has no build ${body.buildId}.`);
    const status = buildStatus(build, service.clock.now());
    if (status !== "prepare") throw new ServiceFailure("buildConflict", `The build ${build.buildId} is at: ${status}.`);
    cancelBuild(service, build);
    return { result: true };
  },

  getBuildHistory: ({ parameters }, service) => {
    const { id } = storedBuildProject(service, parameters.projectId);
    const builds = service.state.builds.of(id).toReversed();
    const history = builds.map((build) => buildResponse(build, service.settings, service.clock.now()));
    return { total: history.length, history };
  },
};
