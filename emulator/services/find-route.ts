import { matchPath } from "../../provider/core/http/path.ts";
import type { Route } from "../http/context.ts";
import { jsonResponse } from "../http/response.ts";
import type { RelatedRoute } from "./related-route.ts";
import { sourceBuildRoutes } from "./sourcebuild/build-project-handlers.ts";
import { sourceCommitRoutes } from "./sourcecommit/repository-handlers.ts";
import { sourceDeployRoutes } from "./sourcedeploy/deploy-handlers.ts";
import { findPipelineOperation } from "./sourcepipeline/serve-operation.ts";

/** Finds what a request asks for: an operation of SourcePipeline, or a read of a related service. */
export const findRoute = (method: string, path: string): Route | undefined =>
  findPipelineOperation(method, path) ?? findRelatedRead(method, path);

function findRelatedRead(method: string, path: string): Route | undefined {
  for (const route of relatedRoutes) {
    if (route.method !== method) continue;
    for (const template of route.paths) {
      const parameters = matchPath(template, path);
      if (parameters) return { operation: route.operation, serve: serveRead(route, parameters) };
    }
  }
  return undefined;
}

const serveRead =
  ({ handle, write }: RelatedRoute, parameters: Readonly<Record<string, string>>): Route["serve"] =>
  ({ query }, service) => {
    const result = handle(service, { parameters, query });
    const response = jsonResponse(200, { result });
    return write ? { ...response, body: write(result) } : response;
  };

/** The one region that the emulator has; clients of the vendor ask for the list before anything else. */
const regionList: RelatedRoute = {
  operation: "getRegionList",
  method: "POST",
  paths: ["/ncloud/vserver/v2/getRegionList"],
  handle: () => ({
    requestId: "emulator",
    returnCode: "0",
    returnMessage: "success",
    totalRows: 1,
    regionList: [{ regionCode: "KR", regionName: "Korea" }],
  }),
  /** This older API names its envelope after the operation and writes it for people. */
  write: (result) => JSON.stringify({ getRegionListResponse: result }, null, 2),
};

/** Reads of SourceCommit, SourceBuild and SourceDeploy (reference section 6), served from the same state. */
const relatedRoutes: readonly RelatedRoute[] = [
  ...sourceCommitRoutes,
  ...sourceBuildRoutes,
  ...sourceDeployRoutes,
  regionList,
];
