import type { IncomingHttpHeaders } from "node:http";
import { matchPath } from "../../provider/core/http/path.ts";
import { sentences, ServiceFailure } from "../failure.ts";
import { checkHost } from "../http/check-host.ts";
import { type HttpResponse, readMethod, type RequestContext } from "../http/context.ts";
import { parseJson, readBytes } from "../http/receive-body.ts";
import { failureResponse, jsonResponse, sendResponse } from "../http/response.ts";
import { asFailure } from "../http/serve-request.ts";
import type { Service } from "../service.ts";
import { ShapeError } from "../shapes/shape-error.ts";
import { adminRoot } from "./admin-route.ts";
import { adminRoutes } from "./admin-routes.ts";

/** A state with thousands of pipelines is longer than what the service takes: 64 MiB. */
const bodyLimit = 64 * 1024 * 1024;

/** Serves an admin request: refuses foreign hosts and pages, finds the route, reads the body, does it, responds. */
export async function serveAdmin(context: RequestContext, service: Service): Promise<void> {
  const response = await callRoute(context, service).catch((error: unknown) => refusal(error, service));
  sendResponse(context, response, service);
}

async function callRoute(context: RequestContext, service: Service): Promise<HttpResponse> {
  const { request, method, path, query } = context;
  const bytes = await readBytes(request, bodyLimit);
  checkHost(context, service);
  const foreign = foreignOrigin(method, request.headers);
  if (foreign !== undefined) throw new ServiceFailure("forbidden", foreign);
  const found = findAdminRoute(readMethod(method), path);
  if (!found) throw new ServiceFailure("notFound", `There is no ${method} ${path}. Existing: ${existing()}.`);
  const { route, ids } = found;
  service.clock.fireDue();
  const body = route.body ? parseJson(bytes, undefined) : undefined;
  const response = jsonResponse(200, route.handle(service, { body, ids, query }));
  await service.saved();
  return response;
}

function findAdminRoute(method: string, path: string) {
  for (const route of adminRoutes) {
    const ids = route.method === method ? matchPath(adminRoot + route.path, path) : undefined;
    if (ids) return { route, ids };
  }
  return undefined;
}

function refusal(error: unknown, service: Service): HttpResponse {
  const failure =
    error instanceof ShapeError
      ? new ServiceFailure("badRequest", sentences(error.problems))
      : asFailure(error, service);
  return failureResponse(failure, service.settings);
}

const existing = (): string => adminRoutes.map(({ method, path }) => `${method} ${adminRoot}${path}`).join(", ");

/**
 * Why a request may not change anything: it comes from a page of another origin, in the browser of somebody who has an
 * emulator running. undefined when it may; programs send no `Origin`. That the host is the emulator's own was checked
 * before.
 *
 * @example foreignOrigin("POST", { origin: "https://elsewhere.example", host: "127.0.0.1:4600" }) // "The page at …"
 */
function foreignOrigin(method: string, { origin, host }: IncomingHttpHeaders): string | undefined {
  if (readMethod(method) === "GET" || origin === undefined) return undefined;
  const page = URL.parse(origin);
  if (page?.protocol === "http:" && page.host === host?.toLowerCase()) return undefined;
  return `The page at ${origin} may not change this emulator; its own console may. Programs leave out the header Origin.`;
}
