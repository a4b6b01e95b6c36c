import { jsonAnswer } from "../answers/answer.ts";
import { matchPath } from "../../provider/services/sourcepipeline/api/index.ts";
import type { Route } from "../http/exchange.ts";
import type { SiblingRoute } from "./sibling-route.ts";
import { siblingRoutes } from "./sibling-routes.ts";

/** Finds the read of a sibling service that a request asks for. */
export function findSibling(method: string, path: string): Route | undefined {
  for (const route of siblingRoutes) {
    if (route.method !== method) continue;
    for (const template of route.paths) {
      const parameters = matchPath(template, path);
      if (parameters) return { operation: route.operation, serve: serve(route, parameters) };
    }
  }
  return undefined;
}

const serve =
  ({ handle, write }: SiblingRoute, parameters: Readonly<Record<string, string>>): Route["serve"] =>
  ({ query }, service) => {
    const result = handle(service, { parameters, query });
    const answer = jsonAnswer(200, { result });
    return write ? { ...answer, body: write(result) } : answer;
  };
