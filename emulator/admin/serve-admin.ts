import { matchPath } from "../../provider/services/sourcepipeline/api/index.ts";
import { jsonAnswer, type Answer } from "../answers/answer.ts";
import { failureAnswer } from "../answers/failure-answer.ts";
import { sentences } from "../answers/sentences.ts";
import { ServiceFailure } from "../failure.ts";
import { checkHost } from "../http/check-host.ts";
import { sendAnswer } from "../http/deliver.ts";
import { readMethod, type Exchange } from "../http/exchange.ts";
import { parseJson } from "../http/parse-json.ts";
import { readBytes } from "../http/receive-body.ts";
import type { Service } from "../service.ts";
import { ShapeError } from "../shape/read-value.ts";
import { adminRoot } from "./admin-root.ts";
import { adminRoutes } from "./admin-routes.ts";
import { foreignOrigin } from "./foreign-origin.ts";

/** A state with thousands of pipelines is longer than what the service takes: 64 MiB. */
const bodyLimit = 64 * 1024 * 1024;

/** The way of an admin request: refuse foreign hosts and pages, find the route, read the body, do it, answer. */
export async function serveAdmin(exchange: Exchange, service: Service): Promise<void> {
  const answer = await answerAdmin(exchange, service).catch((error: unknown) => refusal(error, service));
  sendAnswer(exchange, answer, service);
}

async function answerAdmin(exchange: Exchange, service: Service): Promise<Answer> {
  const { request, method, path, query } = exchange;
  const bytes = await readBytes(request, bodyLimit);
  checkHost(exchange, service);
  const foreign = foreignOrigin(method, request.headers);
  if (foreign !== undefined) throw new ServiceFailure("forbidden", foreign);
  const found = findAdminRoute(readMethod(method), path);
  if (!found) throw new ServiceFailure("notFound", `There is no ${method} ${path}. Known are: ${known()}.`);
  const { route, ids } = found;
  service.clock.settle();
  const body = route.body ? parseJson(bytes, undefined) : undefined;
  const answer = jsonAnswer(200, route.handle(service, { body, ids, query }));
  await service.saved();
  return answer;
}

function findAdminRoute(method: string, path: string) {
  for (const route of adminRoutes) {
    const ids = route.method === method ? matchPath(adminRoot + route.path, path) : undefined;
    if (ids) return { route, ids };
  }
  return undefined;
}

function refusal(error: unknown, { settings, log }: Service): Answer {
  if (error instanceof ServiceFailure) return failureAnswer(error, settings);
  if (error instanceof ShapeError) {
    return failureAnswer(new ServiceFailure("badRequest", sentences(error.problems)), settings);
  }
  log.error({ error: error instanceof Error ? error.stack : String(error) }, "unexpected failure");
  return failureAnswer(new ServiceFailure("unexpected"), settings);
}

const known = (): string => adminRoutes.map(({ method, path }) => `${method} ${adminRoot}${path}`).join(", ");
