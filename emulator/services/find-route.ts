import { hostNamesOf, type RelatedService } from "../../provider/core/location.ts";
import { apiRoot } from "../../provider/core/http/path.ts";
import { hostNameOf } from "../http/check-host.ts";
import type { Route } from "../http/context.ts";
import { regionRoute } from "./region-route.ts";
import { findRelatedOperation, type EmulatedService } from "./serve-related.ts";
import { sourceBuild } from "./sourcebuild/source-build.ts";
import { sourceCommit } from "./sourcecommit/source-commit.ts";
import { sourceDeploy } from "./sourcedeploy/source-deploy.ts";
import { findPipelineOperation } from "./sourcepipeline/serve-operation.ts";

/**
 * Finds what a request asks for: by the service's own host name, or by the path that the vendor's SDK puts in front,
 * which is the first label of that name. Without either it is SourcePipeline.
 *
 * @param host the header `Host`
 */
export function findRoute(method: string, path: string, host: string | undefined): Route | undefined {
  const ownRoot = `${apiRoot}/`;
  const service = path.startsWith(ownRoot) ? byHost.get(hostNameOf(host ?? "") ?? "") : undefined;
  if (service) return findRelatedOperation(service, method, path.slice(apiRoot.length));

  const [, label = "", below = ""] = /^\/([a-z]+)\/api\/v1(\/.*)$/.exec(path) ?? [];
  const related = byLabel.get(label);
  if (related) return findRelatedOperation(related, method, below);
  return findPipelineOperation(method, path) ?? regionRoute(method, path);
}

const services: Readonly<Record<RelatedService, EmulatedService>> = {
  sourcecommit: sourceCommit,
  sourcebuild: sourceBuild,
  sourcedeploy: sourceDeploy,
};

const byHost: ReadonlyMap<string, EmulatedService> = new Map(
  Object.entries(services).flatMap(([name, service]) =>
    hostNamesOf(name as RelatedService).map((host) => [host, service] as const),
  ),
);

/** The labels of all hosts: `vpcsourcedeploy` and `sourcedeploy` are one service. */
const byLabel: ReadonlyMap<string, EmulatedService> = new Map(
  [...byHost].map(([host, service]) => [host.split(".")[0] ?? "", service]),
);
